using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Local.Tests.Storage;
using AesthetixWorkflows.Runtime.Drafting;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Local.Tests.Drafting;

/// <summary>Every draft of the collected prompts goes through to an end in the simulator.</summary>
public sealed class PromptsRunTests
{
    [Fact]
    public async Task Every_draft_comes_to_an_end()
    {
        using var folder = new DataFolder();
        await using var host = await LocalHost.Start(new(folder.Path, "http://127.0.0.1:0", "ak_the_owner_of_this_walk", Demo: true));
        var (drafter, names) = (host.Services.GetRequiredService<IDrafter>(), await host.Services.GetRequiredService<NamesReader>().Of(DemoPractice.Id));
        var simulator = host.Services.GetRequiredService<Simulator>();
        var now = DateTimeOffset.Parse("2026-06-01T13:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var vera = new Contact { FirstName = "Vera", Email = "vera@example.test", Phone = "+12125550166", Tags = ["vip"], CreatedAt = now, AssignedTo = "usr_frontdesk" };
        var known = new Appointment { ContactId = "con_vera", ExternalId = "known", StartsAt = now.AddDays(20), CreatedAt = now };
        var near = known with { ExternalId = "near", StartsAt = now.AddHours(12) };
        await host.Services.GetRequiredService<IStore>().Commit(new ChangeSet(DemoPractice.Id).Put(Kinds.Contact, "con_vera", vera, 0).Put(Kinds.Appointment, "apt_known", known, 0).Put(Kinds.Appointment, "apt_near", near, 0));
        var tried = 0;
        foreach (var prompt in Prompts())
        {
            var drafted = await drafter.Draft(new(prompt, names));
            var definition = DefinitionReader.Read(drafted.Definition).Definition!;
            if (definition.Triggers.Any(trigger => trigger.Type is "schedule.due" or "webhook.received")) continue;
            var visit = definition.Triggers.Any(trigger => trigger.Type.StartsWith("appointment.", StringComparison.Ordinal));
            var trace = await simulator.Run(new()
            {
                Practice = DemoPractice.Id, WorkflowId = "wf_tried", Definition = definition, Json = drafted.Definition, StartAt = now,
                ContactId = "con_vera",
                Event = visit ? new(definition.Triggers[0].Type, Visit(definition.Triggers[0], now.AddDays(Soon(definition.Triggers[0]) ? 0.5 : definition.Triggers[0].Type == "appointment.rescheduled" ? 25 : 20))) : null,
            });
            Assert.True(trace.Ended.Code == "over", $"{prompt}: {trace.Ended.Words}\n{trace.Trigger}");
            Assert.All(trace.Lines, line => Assert.DoesNotContain("config.", line.Code ?? "", StringComparison.Ordinal));
            tried++;
        }
        Assert.True(tried >= 60, $"{tried}");
    }

    static IEnumerable<string> Prompts() =>
        from file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Drafting", "prompts"), "*.json").Order()
        from entry in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray()
        select entry.GetProperty("prompt").GetString()!;

    /// <summary>"Less than a day before": the visit is near.</summary>
    static bool Soon(TriggerDefinition trigger) => Tests(trigger).Any(test => test.Field == "appointment.startsAt");

    static IEnumerable<Core.Conditions.Condition.Test> Tests(TriggerDefinition trigger) => trigger.Filters is Core.Conditions.Condition.All all ? all.Items.OfType<Core.Conditions.Condition.Test>() : [];

    /// <summary>An appointment that the trigger's filters let in.</summary>
    static JsonElement Visit(TriggerDefinition trigger, DateTimeOffset at)
    {
        var visit = new JsonObject { ["startsAt"] = at, ["externalId"] = trigger.Type == "appointment.booked" ? "new" : Soon(trigger) ? "near" : "known", ["title"] = "Visit" };
        foreach (var test in Tests(trigger).Where(test => test.Field.StartsWith("appointment.", StringComparison.Ordinal) && test.Field != "appointment.startsAt"))
            visit[test.Field["appointment.".Length..]] = (test.Value.ValueKind is JsonValueKind.Array ? test.Value[0] : test.Value).GetString();
        return JsonSerializer.SerializeToElement(new JsonObject { ["appointment"] = visit });
    }
}
