using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Tells the team: on screen, by email or by text. One message, however many read it.</summary>
sealed class TeamNotify : MessageAction
{
    public override ActionDescriptor Descriptor { get; } = new("team.notify", "Notify the team", "Messages", "Tells members of your team that something happened. Needs no consent, because no patient receives it.",
        Config:
        [
            new("to", FieldKind.Choice, "To", Required: true, Options:
                [new("all", "Everybody"), new("assigned", "Whoever the contact is assigned to"), new("followers", "Whoever follows the contact"),
                 new("role", "Everybody of a role"), new("user", "One member of the team"), new("users", "Several members of the team"), new("email", "An email address"), new("phone", "A phone number")]),
            new("userId", FieldKind.Reference, "Member of the team", Of: "user"),
            new("users", FieldKind.ManyReferences, "Members of the team", Of: "user"),
            new("role", FieldKind.Choice, "Role", Options: [new("owner", "Owner"), new("frontdesk", "Front desk"), new("provider", "Provider")]),
            new("phone", FieldKind.Phone, "Phone number", MaxLength: 20, Merge: true),
            new("email", FieldKind.Email, "Email address", MaxLength: 254, Merge: true),
            new("channel", FieldKind.Choice, "How", Required: true, Options: [new("inapp", "On screen"), new("email", "Email"), new("sms", "Text message")]),
            new("subject", FieldKind.Text, "Subject", MaxLength: 300, Merge: true),
            new("body", FieldKind.LongText, "Message", Required: true, MaxLength: 10_000, Merge: true),
        ],
        Outputs: [], Outside: true, NeedsContact: false);

    public override async Task<Composed> Compose(ActionCall call, CancellationToken ct)
    {
        var (channel, body) = (call.Config.Need("channel"), call.Config.Need("body"));
        var (to, refused) = await Recipients(call, channel, ct);
        if (refused is not null) return Composed.No(new Outcome.Skipped(refused));
        var subject = call.Config.Text("subject")?.ReplaceLineEndings(" ");
        return Composed.Of(New(call, channel, Purposes.Team) with
        {
            From = channel == "email" ? Mailbox.Of(call.Practice.SenderName ?? call.Practice.Name, call.Practice.SenderEmail ?? call.Practice.Email)
                : channel == "sms" ? call.Practice.SenderPhone : null,
            To = to,
            Subject = subject ?? (channel == "email" ? call.Practice.Name : null),
            Text = body,
            Html = channel == "email" ? EmailPage.FromText(body) : null,
            Segments = channel == "sms" ? Segments.Count(body) : null,
        });
    }

    static async Task<(string? To, string? Refused)> Recipients(ActionCall call, string channel, CancellationToken ct)
    {
        var to = call.Config.Need("to");
        if (to == "email") return channel == "email" ? (call.Config.Need("email"), null) : (null, "team.channel");
        if (to == "phone") return channel == "sms" ? (call.Config.Need("phone"), null) : (null, "team.channel");
        if (to == "assigned" && call.Contact?.Body.AssignedTo is null) return (null, "contact.unassigned");
        var users = await Users(call, to, ct);
        if (users.Count == 0) return (null, to == "followers" ? "contact.noFollowers" : "user.notFound");
        var addresses = users.Select(user => channel switch { "email" => user.Body.Email, "sms" => user.Body.Phone, _ => user.Id }).OfType<string>().Distinct().ToList();
        return addresses.Count > 0 ? (string.Join(",", addresses), null) : (null, channel == "email" ? "user.noEmail" : "user.noPhone");
    }

    static async Task<IReadOnlyList<Stored<User>>> Users(ActionCall call, string to, CancellationToken ct)
    {
        if (to is "all" or "role")
        {
            var role = to == "role" ? call.Config.Need("role") : null;
            var team = await call.Records.List(Kinds.User, call.PracticeId, new Listing(200, Descending: false), ct);
            return [.. team.Items.Where(user => role is null || user.Body.Role == role)];
        }
        IReadOnlyList<string> ids = to switch
        {
            "users" => call.Config.Many("users"),
            "followers" => call.Contact?.Body.Followers ?? [],
            "assigned" => [call.Contact!.Body.AssignedTo!],
            _ => [call.Config.Need("userId")],
        };
        var users = new List<Stored<User>>();
        foreach (var id in ids)
            if (await call.Records.Find(Kinds.User, call.PracticeId, id, ct) is { } user) users.Add(user);
        return users;
    }
}
