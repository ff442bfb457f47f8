using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Stage;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;

namespace AesthetixWorkflows.Bench.Workloads;

/// <summary>1,000 published workflows of five filters each, asked by one core which of them an event starts; the facts are
/// put together anew for every event, as the router does. Keyed: a filter names the form (100 forms, ten workflows each);
/// unkeyed: none does, so all 1,000 must be asked.</summary>
static class Matching
{
    public static JsonObject Run(Options options, string variant)
    {
        var index = TriggerIndex.Build(Enumerable.Range(0, 1000).Select(i => ($"wf_{i}", 1, Workflow(i, variant == "keyed"))));
        var practice = new Practice { Name = "Bench", TimeZone = "America/New_York", Phone = "+12125550100" };
        var contact = new Stored<Contact>("con_1", 1, new Contact
        {
            FirstName = "Maya", LastName = "Lindqvist", Email = "maya@patients.example", Phone = "+12125550111", City = "New York", Tags = ["lead", "vip"], Source = "website",
        });
        var events = Enumerable.Range(0, 100).Select(i => new PracticeEvent($"evt_{i}", "prac_1", "hook:1", $"{i}", "form.submitted", DateTimeOffset.UtcNow, "con_1",
            JsonDocument.Parse($$$"""{"form":{"id":"form{{{i}}}","name":"Consultation","fields":{"treatment":"laser peel","budget":"{{{i * 10}}}"}},"contact":{"email":"maya@patients.example","firstName":"Maya"}}""").RootElement)).ToArray();

        var (matched, decided, allocated) = (0L, 0, 0L);
        for (var round = 0; round < 2; round++) // the first warms up
        {
            (matched, decided) = (0, 0);
            var (clock, begun) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            for (; clock.Elapsed.TotalSeconds < 3; decided++)
            {
                var e = events[decided % events.Length];
                var setting = new Setting(FactLoader.Of("prac_1", practice, contact, e), e.At, practice.TimeZone);
                matched += index.Match(e.Type, setting).Count;
            }
            allocated = (GC.GetAllocatedBytesForCurrentThread() - begun) / decided;
        }
        return new() { ["eventsPerSecond"] = decided / 3, ["matchesPerEvent"] = Math.Round((double)matched / decided, 2), ["allocatedBytesPerEvent"] = allocated };
    }

    static Definition Workflow(int i, bool keyed) => DefinitionReader.Read(Steps.Chain([Steps.Trigger("form.submitted",
        keyed ? ("form.id", "is", $"form{i % 100}") : ("form.name", "is", "Consultation"),
        ("contact.city", "is", "new york"), ("form.fields.treatment", "contains", "laser"), ("contact.tags", "contains", "vip"),
        ("contact.source", "is", $"campaign {i}"))], Steps.Noop())).Definition!;
}
