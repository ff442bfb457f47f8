/** The ways in which a caller can prove itself, by the API's words. */
export const proofs: [string, string][] = [
  ["none", "No proof"], ["token", "A secret token"], ["basic", "Name and password"], ["hmac-sha256", "Signature (HMAC SHA-256)"], ["standard-webhooks", "Standard Webhooks"],
  ["stripe", "Stripe"], ["twilio", "Twilio"], ["sendgrid", "SendGrid"], ["calendly", "Calendly"], ["typeform", "Typeform"],
];
