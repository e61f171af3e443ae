/*
 * A configuration with locations, a calling card and a country of its own.
 */
#ifndef PLACES_H
#define PLACES_H

#define PLACES                                                                                     \
    "[[location]]\nname = \"Office\"\ncountry = 49\narea = \"30\"\noutside = \"0\"\n"              \
    "long_distance = \"9\"\ncancel_call_waiting = \"*70\"\ntoll = [\"55\", \"66\"]\n"              \
    "[[location]]\nname = \"Redmond\"\nid = 7\ncountry = 1\narea = \"425\"\ncard = 3\n"            \
    "tone = false\n"                                                                               \
    "[[card]]\nname = \"Blue\"\nid = 3\nnumber = \"98765\"\nsame_area = \"G\"\n"                   \
    "long_distance = \"1800$H,FG\"\ninternational = \"1800$H,01EFG\"\n"                            \
    "[[line]]\nname = \"First\"\nprovider = \"sim\"\naddress = \"2001\"\n"                         \
    "[[simulation.extension]]\nnumber = \"0123\"\nbehaviour = \"answer\"\n"

#endif /* PLACES_H */
