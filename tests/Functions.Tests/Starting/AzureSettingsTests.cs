using AesthetixWorkflows.Functions.Starting;
using AesthetixWorkflows.Functions.Tests.Doubles;
using Microsoft.Extensions.Configuration;

namespace AesthetixWorkflows.Functions.Tests.Starting;

public sealed class AzureSettingsTests
{
    static AzureSettings Read(params (string, string?)[] changed)
    {
        var all = new Dictionary<string, string?>(AzureStand.Settings);
        foreach (var (name, value) in changed) all[name] = value;
        return AzureSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once()
    {
        var refused = Assert.Throws<SettingsMissingException>(() => AzureSettings.Read(new ConfigurationBuilder().Build()));
        foreach (var name in AzureStand.Settings.Keys) Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_owners_key_is_refused_without_being_repeated()
    {
        var refused = Assert.Throws<SettingsMissingException>(() => Read(("Owner:Key", "letmein")));
        Assert.Contains("Owner:Key", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("letmein", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tooshort")]
    [InlineData("lk_0123456789abcdef0123456789abcdef tooshort")]
    public void Without_a_good_key_for_links_it_does_not_start(string key) =>
        Assert.Contains("Links:Key", Assert.Throws<SettingsMissingException>(() => Read(("Links:Key", key))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_reference_that_was_not_resolved_is_no_secret() =>
        Assert.Contains("Key Vault", Assert.Throws<SettingsMissingException>(() => Read(("Owner:Key", "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/owner)"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Sign_in_is_on_when_a_tenant_is_named_and_trusted_when_the_platform_says_so()
    {
        Assert.Null(Read().SignIn);
        Assert.False(Read(("SignIn:Tenant", "t")).SignIn!.PlatformSignsIn);
        var on = Read(("SignIn:Tenant", "t"), ("WEBSITE_AUTH_ENABLED", "True"), ("SignIn:Practices:group-1", "prac_1")).SignIn!;
        Assert.True(on.PlatformSignsIn);
        Assert.Equal("prac_1", on.Practices["GROUP-1"]);
    }
}
