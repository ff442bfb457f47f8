using System.Text.RegularExpressions;
using AesthetixWorkflows.Functions.Queue;

namespace AesthetixWorkflows.Functions.Tests.Infrastructure;

/// <summary>What the compiler cannot know: that the parts outside of the Bicep fit it. infra/check.sh runs the compiler.</summary>
public sealed partial class TemplateTests
{
    [Fact]
    public void Every_parameter_that_azd_passes_exists_and_every_one_without_a_default_is_passed()
    {
        var passed = Root.Json("infra/main.parameters.json")["parameters"]!.AsObject().Select(pair => pair.Key).ToHashSet();
        var declared = Parameter().Matches(Root.Text("infra/main.bicep")).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["default"].Success);
        Assert.NotEmpty(passed);
        Assert.Empty(passed.Except(declared.Keys));
        Assert.Empty(declared.Where(pair => !pair.Value).Select(pair => pair.Key).Except(passed));
    }

    [Fact]
    public void Every_service_of_azd_has_a_place_to_go_to()
    {
        var services = Service().Matches(Root.Text("azure.yaml").Split("\nworkflows:")[0]).Select(match => match.Groups["name"].Value).ToList();
        var places = Root.Files("infra/modules", "*.bicep").SelectMany(path => Place().Matches(File.ReadAllText(path))).Select(match => match.Groups["name"].Value).ToHashSet();
        Assert.Contains("workflows", services);
        Assert.Empty(services.Except(places));
    }

    [Fact]
    public void Accounts_take_no_keys()
    {
        Assert.Contains("allowSharedKeyAccess: false", Root.Text("infra/modules/storage.bicep"), StringComparison.Ordinal);
        Assert.Contains("disableLocalAuth: true", Root.Text("infra/modules/bus.bicep"), StringComparison.Ordinal);
        Assert.Contains("DisableLocalAuth: true", Root.Text("infra/modules/monitoring.bicep"), StringComparison.Ordinal);
        Assert.All(Root.Files("infra", "*.bicep"), path => Assert.DoesNotMatch(KeyCall(), File.ReadAllText(path)));
    }

    [Fact]
    public void The_queues_that_the_code_names_are_made_and_the_one_for_routing_has_sessions()
    {
        var queues = Queue().Matches(Root.Text("infra/modules/bus.bicep")).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["body"].Value);
        Assert.Equal([EventMessage.Queue, EventMessage.Routing], queues.Keys.Order());
        Assert.DoesNotContain("requiresSession", queues[EventMessage.Queue], StringComparison.Ordinal);
        Assert.Contains("requiresSession: true", queues[EventMessage.Routing], StringComparison.Ordinal);
        // One send holds messages of many sessions, which partitions would not allow.
        Assert.All(queues.Values, body => Assert.DoesNotContain("enablePartitioning", body, StringComparison.Ordinal));
        Assert.All(queues.Values, body => Assert.Contains("requiresDuplicateDetection: true", body, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^  resource \w+ 'queues' = \{\n    name: '(?<name>\w+)'(?<body>.*?)^  \}$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Queue();

    [GeneratedRegex(@"^param (?<name>\w+) \w+(?<default> =)?", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^  (?<name>\w+):$", RegexOptions.Multiline)]
    private static partial Regex Service();

    [GeneratedRegex("'azd-service-name': '(?<name>[^']+)'")]
    private static partial Regex Place();

    [GeneratedRegex(@"\blist(Keys|Secrets|AccountSas|ServiceSas)\s*\(")]
    private static partial Regex KeyCall();
}
