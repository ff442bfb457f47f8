namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>How an address is written with a name: <c>"Glow Clinic" &lt;hello@glow.example&gt;</c>.</summary>
static class Mailbox
{
    public static string? Of(string? name, string? email)
    {
        if (email is null || string.IsNullOrWhiteSpace(name)) return email;
        var plain = string.Concat(name.Where(c => !char.IsControl(c) && c is not ('"' or '\\' or '<' or '>')));
        return $"\"{plain}\" <{email}>";
    }
}
