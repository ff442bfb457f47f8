namespace AesthetixWorkflows.Functions.Tests.Infrastructure;

/// <summary>Code, template and sample name the same settings.</summary>
public sealed class SettingTests
{
    // Their values carry a key, so they are for a developer's machine only.
    static readonly string[] WithKeys = ["Storage__ConnectionString", "ServiceBus"];
    // What stands in their place in Azure.
    static readonly string[] WithIdentity = ["Storage__TablesUri", "ServiceBus__fullyQualifiedNamespace"];
    // Nothing to put in for most people, and an empty one would be taken at its word.
    static readonly string[] LeftOut = ["Twilio__MessagingServiceSid"];

    [Fact]
    public void Every_setting_the_app_reads_is_found() =>
        Assert.Empty(new[] { "PublicUrl", "Messages__Live", "Owner__Key" }.Concat(WithKeys).Concat(WithIdentity).Concat(LeftOut).Except(SettingNames.Read()));

    [Fact]
    public void Every_setting_the_app_reads_is_deployed_but_those_with_keys() =>
        Assert.Empty(SettingNames.Read().Except(WithKeys).Except(SettingNames.Deployed()));

    [Fact]
    public void No_setting_with_a_key_is_deployed() =>
        Assert.Empty(SettingNames.Deployed().Intersect([.. WithKeys, "AzureWebJobsStorage", "APPINSIGHTS_INSTRUMENTATIONKEY"]));

    [Fact]
    public void Every_setting_the_app_reads_is_in_the_sample_but_those_of_Azure() =>
        Assert.Empty(SettingNames.Read().Except(WithIdentity).Except(LeftOut).Except(SettingNames.Local()));

    [Fact]
    public void Every_setting_the_app_reads_and_every_one_in_the_sample_is_explained() =>
        Assert.Empty(SettingNames.Read().Union(SettingNames.Local()).Except(SettingNames.Explained()));

    [Fact]
    public void Every_secret_is_a_reference_into_the_vault()
    {
        string[] secrets = ["SendGrid__ApiKey", "SendGrid__EventKey", "Twilio__AccountSid", "Twilio__AuthToken", "Drafting__Key", "Owner__Key", "Links__Key"];
        var lines = Root.Text("infra/modules/settings.bicep").Split('\n');
        Assert.All(secrets, name => Assert.Contains("@Microsoft.KeyVault(SecretUri=", Assert.Single(lines, line => line.TrimStart().StartsWith($"{name}:", StringComparison.Ordinal)), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_secret_that_is_referred_to_is_made_once()
    {
        var vault = Root.Text("infra/modules/vault.bicep");
        var referred = Root.Text("infra/modules/settings.bicep").Split("secrets/").Skip(1).Select(rest => rest.Split('/')[0]).Order().ToList();
        var made = vault.Split("@onlyIfNotExists()").Skip(1).Select(rest => rest.Split("name: '")[1].Split('\'')[0]).Order().ToList();
        Assert.Equal(7, made.Count);
        Assert.Equal(referred, made);
        Assert.Equal(made.Count, vault.Split("'Microsoft.KeyVault/vaults/secrets@").Length - 1);
    }

    [Fact]
    public void Signing_in_is_deployed_and_explained()
    {
        Assert.Contains("SignIn:Tenant", Root.Text("functions/SignIn/SignInSettings.cs"), StringComparison.Ordinal);
        Assert.Contains("SignIn__Tenant", SettingNames.Deployed());
        Assert.Contains("SignIn__Tenant", SettingNames.Explained());
    }
}
