/** The fields that every contact has (shared/Catalogue/Contacts/ContactFields.cs). */
export const ContactFieldNames = [
  ["firstName", "First name"], ["lastName", "Last name"], ["email", "Email"], ["phone", "Phone"], ["dateOfBirth", "Date of birth"], ["type", "Contact type"], ["source", "Source"],
  ["company", "Company"], ["address", "Street"], ["city", "City"], ["state", "State"], ["postalCode", "Postal code"], ["country", "Country"], ["timeZone", "Time zone"], ["assignedTo", "Assigned to"],
].map(([value, label]) => ({ value: value!, label: label! }));
