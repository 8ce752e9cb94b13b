/** Family names with the weight that a Sydney school roll would give them. */
export const FAMILY_NAMES = [
  ..."Nguyen Smith Chen Wilson Singh Taylor Patel Brown Kim Williams Wang Anderson Li Thompson".split(
    " ",
  ),
  ..."Martin O'Brien Papadopoulos Rossi Haddad Tran Campbell Sharma Kelly Liu Murphy Walker".split(
    " ",
  ),
  ..."Robinson Zhang Harris Lee Khan Mitchell Russo Clarke Ferrari Scott Park Young Costa".split(
    " ",
  ),
  ..."Nakamura Silva King Wright Ali Hughes Lopez Green Yilmaz Baker Petrov Edwards Santos".split(
    " ",
  ),
  ..."Collins Ahmed Stewart Morris Pham Cook Rogers Fonua Bailey Gupta Cooper Ivanov Reid".split(
    " ",
  ),
  ..."Bell Tanaka Ward Morgan Reddy Richardson Wood Watson Georgiou Brooks Bennett Gray".split(" "),
  ..."James Marino Hughes-Lee Cox Howard Perera Ross Lam Foster Barnes Kowalski Price Tui".split(
    " ",
  ),
] as const;

export const ADULT_NAMES = [
  ..."Sarah Michael Emma David Jessica Andrew Priya Daniel Mei James Fatima Matthew Rebecca".split(
    " ",
  ),
  ..."Wei Christopher Linh Nicole Anthony Elena Joshua Anjali Peter Samantha Hiroshi Kate Ravi".split(
    " ",
  ),
  ..."Helen Marco Yasmin Luke Rachel Omar Claire Stephen Sione Natalie Jin Alison Nikos Renee".split(
    " ",
  ),
  ..."Carlos Melissa Arjun Tamara Paul Aisha Simon Ingrid Tony Leila Craig Dimitra Vikram Jodie".split(
    " ",
  ),
] as const;

export const CHILD_NAMES = [
  ..."Olivia Noah Charlotte Oliver Amelia Leo Isla Henry Mia William Ava Theodore Grace Jack".split(
    " ",
  ),
  ..."Willow Luca Zoe Hudson Chloe Levi Aria Ethan Ruby Kai Sophie Arjun Evie Max Harper".split(
    " ",
  ),
  ..."Aarav Ella Finn Layla Archer Ivy Omar Hazel Hugo Ananya Jasper Maya Felix Lily Arlo".split(
    " ",
  ),
  ..."Matilda Xavier Sienna Elijah Poppy Minh Freya Ryan Aisha Tommy Hana Patrick Violet Sam".split(
    " ",
  ),
  ..."Penelope Nikolai Daisy Marcus Anika Angus Stella Dylan Elsie Jayden Alice Rohan Frankie".split(
    " ",
  ),
] as const;
