using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.SignIn;
using AesthetixWorkflows.Functions.Tests.Doubles;

namespace AesthetixWorkflows.Functions.Tests.SignIn;

/// <summary>One worker where people of a tenant sign in; building one for each header would take long.</summary>
public sealed class SignedIn : IAsyncLifetime
{
    internal AzureStand Stand { get; private set; } = null!;
    public async Task InitializeAsync() => Stand = await AzureStand.Open(EasyAuthTests.On);
    public async Task DisposeAsync() => await Stand.DisposeAsync();
}

public sealed class EasyAuthTests(SignedIn signedIn) : IClassFixture<SignedIn>
{
    const string Tenant = "11111111-1111-1111-1111-111111111111", Group = "22222222-2222-2222-2222-222222222222";
    const string OidClaim = "http://schemas.microsoft.com/identity/claims/objectidentifier", TidClaim = "http://schemas.microsoft.com/identity/claims/tenantid";

    internal static readonly Dictionary<string, string?> On = new() { ["SignIn:Tenant"] = Tenant, ["WEBSITE_AUTH_ENABLED"] = "True" };

    static string Principal(string role = "owner", string tenant = Tenant, string type = "aad", params (string, string)[] more) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        auth_typ = type, name_typ = "name", role_typ = "roles",
        claims = new[] { (OidClaim, "33333333-3333-3333-3333-333333333333"), (TidClaim, tenant), ("preferred_username", "nora@lumina.example"), ("roles", role) }
            .Concat(more).Select(claim => new { typ = claim.Item1, val = claim.Item2 }),
    }));

    static Task<Seen> Get(AzureStand stand, string? principal, string path = "/api/contacts") => stand.Call("GET", path, key: null, headers: principal is null ? [] : [(EasyAuth.Header, principal)]);

    static Task<Seen> Post(AzureStand stand, params (string, string)[] headers) =>
        stand.Call("POST", "/api/contacts", $$"""{"firstName":"Eva","email":"{{Guid.NewGuid():n}}@hart.example"}""", null, headers: [(EasyAuth.Header, Principal()), .. headers]);

    [Fact]
    public async Task Who_is_signed_in_reads_what_the_role_allows()
    {
        var stand = signedIn.Stand;
        (await Get(stand, Principal("viewer"))).Expect(200);
        (await Get(stand, Principal("viewer"), "/api/keys")).Expect(403, "scope.missing");
        (await Get(stand, Principal("owner"), "/api/keys")).Expect(200);
        (await Get(stand, Principal("barista"))).Expect(403, "signIn.noRole");
    }

    [Fact]
    public async Task Without_a_sign_in_a_key_is_asked_for_and_keys_go_on_working()
    {
        var stand = signedIn.Stand;
        (await Get(stand, null)).Expect(401, "key.missing");
        (await stand.Call("GET", "/api/contacts")).Expect(200);
        (await stand.Call("GET", "/api/contacts", key: "wrong", headers: [(EasyAuth.Header, Principal())])).Expect(401, "key.unknown");
    }

    [Theory]
    [InlineData("False")]
    [InlineData(null)]
    public async Task Where_the_platform_signs_nobody_in_the_header_is_worth_nothing(string? enabled)
    {
        await using var stand = await AzureStand.Open(new Dictionary<string, string?> { ["SignIn:Tenant"] = Tenant, ["WEBSITE_AUTH_ENABLED"] = enabled });
        (await Get(stand, Principal())).Expect(401, "signIn.invalid");
    }

    [Fact]
    public async Task Where_sign_in_is_not_set_up_the_header_is_not_looked_at()
    {
        await using var stand = await AzureStand.Open(new Dictionary<string, string?> { ["WEBSITE_AUTH_ENABLED"] = "True" });
        (await Get(stand, Principal())).Expect(401, "key.missing");
    }

    public static TheoryData<string> Malformed => new()
    {
        " ", "not base 64!", Convert.ToBase64String("{"u8), Convert.ToBase64String("[]"u8), Convert.ToBase64String("null"u8), Convert.ToBase64String("{\"auth_typ\":\"aad\"}"u8),
        Convert.ToBase64String("{\"auth_typ\":\"aad\",\"claims\":[1,{},{\"typ\":3}]}"u8), Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('[', 20_000))), new('A', 200_000),
        Principal(type: "google"), Principal(tenant: "44444444-4444-4444-4444-444444444444"), Principal(more: (OidClaim, "somebody-else")), Principal(more: (TidClaim, "another")),
        $"{Principal()},{Principal()}",
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_header_that_cannot_be_read_or_trusted_lets_nobody_in(string header)
    {
        var stand = signedIn.Stand;
        (await Get(stand, header)).Expect(401, "signIn.invalid");
    }

    [Fact]
    public async Task The_header_twice_lets_nobody_in()
    {
        var stand = signedIn.Stand;
        (await stand.Call("GET", "/api/contacts", key: null, headers: [(EasyAuth.Header, Principal("viewer")), (EasyAuth.Header, Principal("owner"))])).Expect(401, "signIn.invalid");
    }

    [Fact]
    public async Task A_change_must_come_from_this_site()
    {
        var stand = signedIn.Stand;
        (await Post(stand)).Expect(403, "signIn.crossSite");
        (await Post(stand, ("Origin", "https://evil.example"))).Expect(403, "signIn.crossSite");
        (await Post(stand, ("Origin", "null"))).Expect(403, "signIn.crossSite");
        (await Post(stand, ("Origin", "https://clinic.example.evil.example"))).Expect(403, "signIn.crossSite");
        (await Post(stand, ("Origin", "https://clinic.example"), ("Origin", "https://evil.example"))).Expect(403, "signIn.crossSite");
        (await Post(stand, ("Origin", "https://clinic.example"))).Expect(201);
    }

    [Fact]
    public async Task A_header_of_its_own_shows_where_a_change_comes_from_and_a_key_needs_none()
    {
        var stand = signedIn.Stand;
        (await Post(stand, ("X-Requested-With", "builder"))).Expect(201);
        (await stand.Call("POST", "/api/contacts", """{"firstName":"Eve","email":"eve@hart.example"}""", headers: [("Origin", "https://booking.example")])).Expect(201);
    }

    [Fact]
    public async Task A_role_a_group_or_the_tenant_leads_to_the_practice()
    {
        await using var stand = await AzureStand.Open(new Dictionary<string, string?>(On) { [$"SignIn:Practices:{Group}"] = "prac_2", ["SignIn:Practices:clinic-3"] = "prac_3" });
        await stand.Store.Commit(new ChangeSet("prac_2").Put(Kinds.Practice, "prac_2", new Practice { Name = "Second", TimeZone = "Europe/Madrid" }, 0));
        var seen = (await Get(stand, Principal(more: ("groups", Group)), "/api/settings")).Expect(200);
        Assert.Equal("Second", seen.Json["name"]!.ToString());
        (await Get(stand, Principal())).Expect(403, "signIn.noPractice");
        (await Get(stand, Principal(more: [("groups", Group), ("roles", "clinic-3")]))).Expect(403, "signIn.noPractice");
    }

    [Fact]
    public async Task What_a_signed_in_person_does_is_in_the_audit_under_the_name()
    {
        var stand = signedIn.Stand;
        (await stand.Call("POST", "/api/hooks", """{"name":"Form"}""", null, headers: [(EasyAuth.Header, Principal()), ("X-Requested-With", "builder")])).Expect(201);
        Assert.Contains("nora@lumina.example", (await Get(stand, Principal(), "/api/audit")).Expect(200).Body, StringComparison.Ordinal);
    }
}
