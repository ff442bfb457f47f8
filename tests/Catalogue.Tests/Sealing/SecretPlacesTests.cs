using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Sealing;

namespace AesthetixWorkflows.Catalogue.Tests.Sealing;

public sealed class SecretPlacesTests
{
    static IEnumerable<string> In(string config, string type = "http.request") =>
        SecretPlaces.In(JsonNode.Parse($$"""{ "steps": { "a": { "type": "{{type}}", "config": {{config}} } } }""")!.AsObject(), Builtin.Catalogue()).Select(place => $"{place.Pointer}={place.Text}");

    [Theory]
    [InlineData("""{ "auth": { "kind": "basic", "username": "u", "password": "p" } }""", "/steps/a/config/auth/password=p")]
    [InlineData("""{ "auth": { "token": "t", "clientSecret": "s" } }""", "/steps/a/config/auth/token=t", "/steps/a/config/auth/clientSecret=s")]
    [InlineData("""{ "headers": { "Authorization": "Bearer x", "X-Api-Key": "k", "Accept": "text/plain" } }""", "/steps/a/config/headers/Authorization=Bearer x", "/steps/a/config/headers/X-Api-Key=k")]
    [InlineData("""{ "auth": "text", "headers": [1], "url": "https://a.example" }""")]
    [InlineData("""{ "auth": { "password": "" } }""")]
    public void Passwords_keys_and_headers_that_hold_them(string config, params string[] expected) => Assert.Equal(expected, In(config));

    [Fact]
    public void The_signing_secret_of_a_webhook() => Assert.Equal(["/steps/a/config/signingSecret=whsec_1"], In("""{ "signingSecret": "whsec_1" }""", "webhook.send"));

    /// <summary>A new field for a password is to be a secret one.</summary>
    [Fact]
    public void No_form_asks_for_a_password_in_the_open() =>
        Assert.DoesNotContain(Builtin.Catalogue().Actions.Values.SelectMany(action => action.Descriptor.Config),
            field => field.Kind is not Catalogue.Describing.FieldKind.Secret && System.Text.RegularExpressions.Regex.IsMatch(field.Name, "(?i)password|secret|token$"));
}
