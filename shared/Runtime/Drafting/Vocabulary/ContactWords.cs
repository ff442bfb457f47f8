using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Names;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>Changes to the contact: tags, fields, who looks after them.</summary>
static partial class ContactWords
{
    const string Tag = @"(?<tag>«quote»|[\w-]+(?:(?: ,)? (?:and )?(?:«quote»))*)";
    const string Off = @"(?:remove|delete|drop|take off|take away|untag|clear|take)";

    public static readonly ImmutableArray<ActWord> All =
    [
        new("contact.tag.remove", "^" + Off + @" all (?:the |their |of their )?tags", said => new() { ["all"] = true }),
        new("contact.tag.remove", "^" + Off + @" (?:the |their )?tags? (?:called )?" + Tag + @"(?: from them| from the \w+)?", Tags),
        new("contact.tag.remove", "^" + Off + @" (?:the |their )?" + Tag + @" tag(?: from them| from the \w+)?", Tags),
        new("contact.tag.remove", @"^untag (?:them |the (?:patient|lead|contact) )?(?:as |from |with )?" + Tag, Tags),
        new("contact.tag.add", @"^(?:please )?(?:add|give|apply|put|set|attach)(?: them| the patient| the lead)? (?:the |a |an )?tags? (?:called |of )?" + Tag + @"(?: (?:to|on) (?:them|the \w+|patient|contact))?", Tags),
        new("contact.tag.add", @"^(?:please )?(?:add|give|apply|put|set|attach)(?: them| the patient| the lead)? (?:the |a |an )?" + Tag + @" tag(?: (?:to|on) (?:them|the \w+|patient|contact))?", Tags),
        new("contact.tag.add", @"^(?:please )?(?:tag|label|mark)(?: them| him| her| the (?:patient|lead|contact|person)| patient| lead| contact)?(?: (?:as|with))?(?: the tag)?(?: an?)? " + Tag, said => said.Word("tag") is "everyone" or "everybody" or "people" or "someone" or "appointment" or "the" or "visit" or "opportunity" or "deal" ? null : Tags(said)),
        new("contact.assign", @"^(?:please )?assign(?: (?:them|it|him|her|the (?:patient|lead|contact|person)|patient|lead|contact))?(?: (?:to|round robin|between|among))*", Assign),
        new("contact.assign", @"^(?:please )?(?:give|hand|pass|allocate|route|send|move)(?: (?:them|it|him|her|the (?:patient|lead|contact|person|deal|opportunity)|patient|lead|contact))(?: over)? to ", said => Named(said) ? Assign(said) : null),
        new("contact.assign", @"^(?:they |it |lead |patient |these |those |all )?(?:goes|go) to ", said => Named(said) ? Assign(said) : null),
        new("contact.assign", @"^(?:please )?(?:split|share|divide|distribute|rotate|alternate)(?: (?:them|it|the|new|lead|patient|contact|all|these|evenly|equally|up|out))* (?:between|among|across) ", said => Person.All(said.Clause, said.Scene).Count > 1 || RoundRobin().IsMatch(said.Clause.Text) ? Assign(said) : null),
        new("contact.dnd.set", @"^(?:turn|switch) (?<on>on|off) (?:do not disturb|dnd)", said => new() { ["channel"] = "all", ["enabled"] = said.Word("on") == "on" }),
        new("contact.dnd.set", @"^(?:set (?:them to |the contact to )?(?:do not disturb|dnd)|unsubscribed? them|opt them out)", said => new() { ["channel"] = said.Clause.Text.Contains("text", StringComparison.Ordinal) ? "sms" : said.Clause.Text.Contains("email", StringComparison.Ordinal) ? "email" : "all", ["enabled"] = true }),
        new("contact.update", @"^(?:set|update|change) (?:the |their )?(?:contact )?(?<field>source|city|state|type|company|country|custom field (?:\w+))(?: field)? (?:to|as) (?<value>«quote»|[\w-]+(?: [\w-]+){0,3})", Update),
    ];

    static JsonObject Tags(ActSaid said)
    {
        var at = said.Match.Groups["tag"];
        var tags = at.Value.Contains(Words.Word.Quote, StringComparison.Ordinal) ? said.Clause.Quotes.ToList() : [said.Said("tag")!];
        // "lead and website" after a tag that is known to be followed by more.
        if (MoreTags().Match(said.Clause.Text[(said.Match.Index + said.Match.Length)..]) is { Success: true } more && said.Match.Value.Contains("tags", StringComparison.Ordinal))
        {
            tags.Add(more.Groups["tag"].Value);
            said.Clause.Use(said.Match.Index + said.Match.Length, more.Length);
        }
        return new() { ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(EventReader.TagName(tag, said.Scene)))]) };
    }

    /// <summary>Somebody of the team stands right behind the words.</summary>
    static bool Named(ActSaid said) => Person.Leading(said.Clause.From(said.Clause.WordAt(said.Match.Index + said.Match.Length)), said.Scene) is not null;

    static JsonObject? Assign(ActSaid said)
    {
        var users = Person.All(said.Clause, said.Scene);
        if (users.Count == 0 && RoundRobin().Match(said.Clause.Text) is { Success: true } all)
        {
            said.Clause.Use(all);
            users = said.Scene.Names.Users;
        }
        if (users.Count == 0) return null;
        if (RoundRobin().Match(said.Clause.Text) is { Success: true } turns) said.Clause.Use(turns);
        return new() { ["users"] = new JsonArray([.. users.Select(user => JsonValue.Create(user.Id))]) };
    }

    static JsonObject Update(ActSaid said)
    {
        var field = said.Word("field");
        return new() { ["fields"] = new JsonObject { [field.StartsWith("custom field ", StringComparison.Ordinal) ? "fields." + field[13..] : field] = said.Said("value") } };
    }

    [GeneratedRegex(@"^ (?:, )?and (?<tag>[\w-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex MoreTags();

    [GeneratedRegex(@"\b(?:in turn|round robin|evenly|a (?:team member|user)|someone|the (?:team|front desk)|next available)(?: on the team)?", RegexOptions.NonBacktracking)]
    private static partial Regex RoundRobin();
}
