namespace AesthetixWorkflows.Api.Tests;

[Collection(nameof(Stand))]
public sealed class ReplayTests(Stand stand)
{
    [Fact]
    public async Task A_repeat_with_the_same_key_answers_the_same_and_does_nothing()
    {
        var (key, replay) = (await stand.Fresh(), Guid.NewGuid().ToString());
        var first = (await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, key, replay: replay)).Expect(201);
        var again = (await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, key, replay: replay)).Expect(201);
        Assert.Equal(first.Body, again.Body);
        Assert.Equal(first.Media, again.Media);
        Assert.Single((await stand.Send("GET", "/api/contacts", key: key)).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task C20_The_same_key_with_another_body_or_address_answers_422()
    {
        var (key, replay) = (await stand.Fresh(), Guid.NewGuid().ToString());
        (await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, key, replay: replay)).Expect(201);
        (await stand.Send("POST", "/api/contacts", new { firstName = "Bea" }, key, replay: replay)).ExpectProblem(422, "idempotency.reused");
        (await stand.Send("POST", "/api/workflows", new { name = "Ann" }, key, replay: replay)).ExpectProblem(422, "idempotency.reused");
    }

    [Fact]
    public async Task C20_The_same_key_in_another_practice_is_another_key()
    {
        var replay = Guid.NewGuid().ToString();
        (await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, await stand.Fresh(), replay: replay)).Expect(201);
        (await stand.Send("POST", "/api/contacts", new { firstName = "Bea" }, await stand.Fresh(), replay: replay)).Expect(201);
    }

    [Fact]
    public async Task While_the_first_request_runs_its_repeat_answers_409()
    {
        var replay = Guid.NewGuid().ToString();
        // The hash of "POST /api/contacts\n{}".
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("POST /api/contacts\n{}"u8));
        await stand.Store.BeginIdempotent(Stand.Practice, replay, hash, DateTimeOffset.UtcNow);
        (await stand.Send("POST", "/api/contacts", "{}", replay: replay)).ExpectProblem(409, "idempotency.running");
    }

    [Fact]
    public async Task A_refusal_is_replayed_as_a_refusal()
    {
        var replay = Guid.NewGuid().ToString();
        for (var i = 0; i < 2; i++) (await stand.Send("POST", "/api/contacts", new { email = "no" }, replay: replay)).ExpectProblem(400, "field.invalid");
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_never_kept_for_the_repeat()
    {
        var (key, replay) = (await stand.Fresh(), Guid.NewGuid().ToString());
        var body = new { name = "Desk", scopes = new[] { "contacts:read" } };
        var secret = (await stand.Send("POST", "/api/keys", body, key, replay: replay)).Expect(201).Text("secret");
        Assert.Null((await stand.Send("POST", "/api/keys", body, key, replay: replay)).Expect(201).Json["secret"]);
        Assert.DoesNotContain(stand.Store.KeptAnswers, a => a?.Contains(secret, StringComparison.Ordinal) == true);
    }
}
