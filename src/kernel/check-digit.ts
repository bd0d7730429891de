/** Whether the last digit is the one that Luhn's rule makes of the others. ISO/IEC 7812-1, annex B. @param digits nothing but digits */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  // The last digit counts once, the one before it twice, and so on leftwards.
  for (let at = digits.length - 1, isDoubled = false; at >= 0; at -= 1, isDoubled = !isDoubled) {
    const product = (digits.charCodeAt(at) - 48) * (isDoubled ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}
