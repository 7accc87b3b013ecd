"""The desk: pages in a browser over the store, for people who look rather than read JSON.

``app``      the pages as one ASGI application      ``guard``    hosts, origins and headers, around all of it
``library``  stories and what they tell, kept as long as the store stays as it is
``reading``  files and texts that were dropped are read into the store, one after another
``showing``  a page as HTML, or as JSON or CSV      ``words``    links, marks and dates in templates
``tables``   records as rows: facets, order, pages  ``pages``    one page a file
``drawing``  pure functions from records to figures ``static``, ``templates``

To add a page, add a file to ``pages`` whose ``HANDLERS`` are Litestar's route handlers, and its template.
"""
