"""Charts: pure functions from facts to Vega-Lite specifications, and these as pictures.

``timeline``  what was published, said and told of, and when      ``novelty``  what each article adds
``matrix``    claims by articles, grouped by origin               ``tree``     the origins of one claim
``routes``    the legs of transfers on a map                      ``picture``  a specification as SVG or PNG
``world``     shapes and seats of states                          ``canvas``   marks at places in pixels
``style``     colours, fonts and sizes                            ``measure``  how wide words are

A chart is a function from facts, which are plain tuples, and a Style to a Chart. It knows nothing of briefs;
whoever has a brief makes the facts of it. A Vega-Lite specification is plain JSON, so only ``picture`` needs
the extra ``charts``.
"""
