namespace AesthetixWorkflows.Catalogue.Contacts;

/// <summary>The contact that the latest contact.find of an enrollment has found: later steps know it as <c>found.*</c>.</summary>
public static class FoundContact
{
    /// <summary>Stands where outputs of steps do; no step can be called so.</summary>
    public const string Key = "*found";
}
