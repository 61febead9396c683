"""Where reviews stand on a day: screening, course, clocks and publication, and their chronologies as one."""
