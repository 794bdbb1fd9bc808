"""How the desk writes days and times where Django would choose; by language, as Django looks for them."""
