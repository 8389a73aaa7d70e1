"""What a brief is made from: the material, the papers chosen from it, and the order in which to read them."""
