using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>What a contact is called on the desk: by name, or else by whatever is known.</summary>
static class Titles
{
    public static string Of(Stored<Contact> contact) =>
        contact.Body.Name.Length > 0 ? contact.Body.Name : contact.Body.Email ?? contact.Body.Phone ?? contact.Id;
}
