using System.Globalization;
using System.Text;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>The ledger of a contact's consents: added to, never edited. Sending asks it at the moment of sending.</summary>
static class ConsentRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/contacts/{id}").WithTags("Contacts");
        routes.MapGet("/consents", List).Needs(Scopes.ContactsRead).Answers<Listed<Consent>>();
        routes.MapGet("/consents.csv", Export).Needs(Scopes.ContactsRead).Produces(StatusCodes.Status200OK, contentType: "text/csv");
        routes.MapPost("/consents", Add).Needs(Scopes.ContactsWrite).Answers<Contact>(StatusCodes.Status201Created);
    }

    static async Task<IResult> List(Caller caller, string id, IStore store, CancellationToken ct) =>
        await store.Find(Kinds.Contact, caller.Practice, id, ct) is { } stored
            ? TypedResults.Ok(new Listed<Consent>([.. stored.Body.Consents.Reverse()], null))
            : Answer.NotFound;

    static async Task<IResult> Export(HttpContext http, Caller caller, string id, IStore store, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        if (await store.Find(Kinds.Contact, caller.Practice, id, ct) is not { } stored) return Answer.NotFound;
        await store.Commit(new ChangeSet(caller.Practice).Audited(ids, caller.At(clock), "contact.consents.exported", id), ct);
        var lines = new StringBuilder("at,channel,purpose,granted,source,by,text,ip,proof\r\n");
        foreach (var consent in stored.Body.Consents)
            lines.AppendJoin(',', new[]
            {
                consent.At.ToString("O", CultureInfo.InvariantCulture), consent.Channel, consent.Purpose, consent.Granted ? "yes" : "no", consent.Source, consent.By, consent.Text, consent.Ip, consent.Proof,
            }.Select(Cell)).Append("\r\n");
        return TypedResults.Text(lines.ToString(), "text/csv", Encoding.UTF8);
    }

    /// <summary>Quoted, and never a formula: a spreadsheet runs what begins with these signs.</summary>
    static string Cell(string? value)
    {
        var text = value ?? "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    static async Task<IResult> Add(HttpContext http, Caller caller, string id, Body<ConsentWish> body, ContactWrites writes, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        var wish = body.Value;
        if (wish.Channel is not ("sms" or "email" or "call")) return new ProblemResult(Refusal.Invalid("channel", "One of sms, email, call."));
        if (wish.Purpose is not ("care" or "marketing")) return new ProblemResult(Refusal.Invalid("purpose", "One of care, marketing."));
        if (wish.Granted is not { } granted) return new ProblemResult(Refusal.Required("granted"));
        var by = caller.At(clock);
        var consent = new Consent(wish.Channel, wish.Purpose, granted, by.Now, wish.Source ?? caller.Name, wish.Text, wish.Ip, By: caller.Name);
        var what = $"{wish.Channel} {wish.Purpose} {(granted ? "granted" : "withdrawn")}";
        var done = await writes.Adjust(caller.Practice, id, c => c with { Consents = c.Consents.Add(consent) }, by.Now, ct,
            also: changes => changes.Audited(ids, by, "contact.consent.recorded", id, what));
        if (done is null) return Answer.NotFound;
        return Answer.Created(http, $"/api/contacts/{id}/consents", done.Revision, done);
    }
}
