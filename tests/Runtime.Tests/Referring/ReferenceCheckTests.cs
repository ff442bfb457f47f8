using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Referring;

namespace AesthetixWorkflows.Runtime.Tests.Referring;

public sealed class ReferenceCheckTests
{
    const string Definition = """
        { "triggers": [{ "id": "t", "type": "form.submitted", "filters": { "all": [{ "field": "contact.assignedTo", "op": "is", "value": "usr_1" }] } }],
          "steps": { "a": { "type": "contact.assign", "config": { "users": ["usr_1", "usr_2", "usr_1"] } }, "b": { "type": "task.add", "config": { "userId": "usr_2" } },
                     "c": { "type": "sms.send", "config": { "body": "{{contact.firstName}}" } } } }
        """;

    /// <summary>However often something is named, and however many the practice has.</summary>
    [Fact]
    public async Task Each_thing_that_is_named_is_read_once_and_no_list_at_all()
    {
        var practice = new Counting(_ => true);
        Assert.Empty(await new ReferenceCheck(practice, Builtin.Catalogue()).Run("p", "wf", JsonElement.Parse(Definition)));
        Assert.Equal((2, 0), (practice.Reads, practice.Lists));
    }

    [Fact]
    public async Task A_miss_costs_one_more_reading_and_one_list()
    {
        var practice = new Counting(id => id == "usr_1");
        var findings = await new ReferenceCheck(practice, Builtin.Catalogue()).Run("p", "wf", JsonElement.Parse(Definition));
        Assert.Equal(["/steps/a/config/users/1", "/steps/b/config/userId"], findings.Select(finding => finding.Pointer));
        Assert.Equal((3, 1), (practice.Reads, practice.Lists));
    }

    sealed class Counting(Func<string, bool> has) : IRecords
    {
        public int Reads { get; private set; }
        public int Lists { get; private set; }

        public Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, string id, CancellationToken ct = default) where T : class
        {
            Reads++;
            return Task.FromResult(has(id) ? new Stored<T>(id, 1, (T)(object)new User(id, null, null, "owner")) : null);
        }

        public Task<Stored<T>?> FindBy<T>(Kind<T> kind, string practice, string index, string value, CancellationToken ct = default) where T : class => throw new NotSupportedException();

        public Task<Page<T>> List<T>(Kind<T> kind, string practice, Listing listing, CancellationToken ct = default) where T : class
        {
            Lists++;
            return Task.FromResult(new Page<T>([], null));
        }
    }
}
