namespace AesthetixWorkflows.Catalogue.Contacts;

/// <summary>The form in which an email address is stored and looked up: trimmed and lower case.</summary>
static class EmailAddress
{
    public static string? Normalise(string typed)
    {
        var email = typed.Trim().ToLowerInvariant();
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == email.LastIndexOf('@') && at < email.Length - 1 && email.Length <= 254
            && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>') ? email : null;
    }
}
