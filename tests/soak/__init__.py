"""The store under blows: readers killed, disks full, databases stopped, many at once. ``python -m soak``.

``articles``  what is read                       ``runs``      `sayso read` as processes that die
``servers``   databases that can be broken       ``killing``   kill -9 at random points
``failing``   full disks, stopped databases      ``crowds``    many writers and readers at once
"""
