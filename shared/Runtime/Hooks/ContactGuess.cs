using System.Collections.Frozen;
using System.Text.Json;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>Finds the contact in a body that nobody has mapped, by the names that forms usually give these fields.</summary>
static class ContactGuess
{
    static readonly FrozenDictionary<string, string> Targets = Spelled(
        ("contact.email", "email emailaddress mail emailid contactemail patientemail clientemail customeremail inviteeemail workemail"),
        ("contact.phone", "phone phonenumber mobile mobilephone mobilenumber cell cellphone cellnumber tel telephone contactphone patientphone clientphone customerphone textremindernumber"),
        ("contact.firstName", "firstname fname givenname forename contactfirstname patientfirstname clientfirstname"),
        ("contact.lastName", "lastname lname surname familyname contactlastname patientlastname clientlastname"),
        ("contact.name", "name fullname contactname patientname clientname customername inviteename"));

    // Whoever these are, they are not the contact: {"calendar": {"name"}}, {"user": {"email"}}.
    static readonly FrozenSet<string> Others = "event eventtype form survey calendar service treatment location company clinic practice provider staff user owner host organizer assignedto workflow campaign product"
        .Split(' ').ToFrozenSet();

    /// <summary>Target and value of what was found; the shallowest of each, and only what can be such a thing.</summary>
    public static IEnumerable<(string Target, JsonElement Value)> Of(IReadOnlyList<Answer> answers)
    {
        var taken = new HashSet<string>();
        foreach (var answer in answers)
            if (answer.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number && JsonText.Of(answer.Value)!.Trim().Length > 0
                && Target(answer) is { } target && CanBe(target, answer.Value) && taken.Add(target))
                yield return (target, answer.Value);
    }

    static string? Target(Answer answer)
    {
        if (Others.Contains(Plain(answer.Parent))) return null;
        var name = Plain(answer.Name);
        if (Targets.TryGetValue(name, out var target)) return target;
        // {"name": {"first", "last"}} and {"phone": {"full"}}, as Jotform nests them.
        return (name, Targets.GetValueOrDefault(Plain(answer.Parent))) switch
        {
            ("first", "contact.name") => "contact.firstName",
            ("last", "contact.name") => "contact.lastName",
            ("full" or "value", { } whole) => whole,
            _ => null,
        };
    }

    static bool CanBe(string target, JsonElement value) => target switch
    {
        "contact.email" => value.ValueKind == JsonValueKind.String && value.GetString()!.Contains('@', StringComparison.Ordinal),
        "contact.phone" => JsonText.Of(value)!.Any(char.IsDigit),
        _ => value.ValueKind == JsonValueKind.String,
    };

    // "Your E-mail", "your_email" and "email" are one spelling.
    static string Plain(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
        return letters.StartsWith("your", StringComparison.Ordinal) && letters.Length > 4 ? letters[4..] : letters;
    }

    static FrozenDictionary<string, string> Spelled(params (string Target, string Spellings)[] rows) =>
        rows.SelectMany(row => row.Spellings.Split(' ').Select(spelling => KeyValuePair.Create(spelling, row.Target))).ToFrozenDictionary();
}
