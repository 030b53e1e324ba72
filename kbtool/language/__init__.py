"""What kbtool knows of single languages: word lists and the small questions asked of them."""
