/** Makes the search page quick: what is followed or ticked is fetched and put in its place, instead of a whole new page. Without it everything works as links and forms. */
