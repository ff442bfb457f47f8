using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

public sealed class FindingActionTests
{
    readonly Stage _stage = new();

    public FindingActionTests()
    {
        _stage.Records.Add(Kinds.Contact, "con_2", new Contact { FirstName = "Eva", Email = "eva@example.com", Phone = "+12025550143", City = "Oslo" });
        _stage.Records.Add(Kinds.Contact, "con_3", new Contact { FirstName = "Eva", City = "Bergen" });
        _stage.Records.Add(Kinds.Contact, "con_4", new Contact { FirstName = "eva", City = "Bergen", Tags = ["vip"] });
    }

    [Theory]
    [InlineData("""{ "fields": { "email": " EVA@example.com" } }""", "con_2")]
    [InlineData("""{ "fields": { "phone": "(202) 555-0143", "firstName": "Eva" } }""", "con_2")]
    [InlineData("""{ "fields": { "firstName": "EVA", "city": "bergen" } }""", "con_4")]
    [InlineData("""{ "fields": { "firstName": "EVA", "city": "bergen" }, "which": "earliest" }""", "con_3")]
    public async Task A_contact_is_found_when_all_fields_are_as_given(string config, string id)
    {
        _stage.Contact = null;
        Assert.Equal(new Outcome.Done(id), await _stage.Run("contact.find", config));
        Assert.True(_stage.Output!.Value.GetProperty("found").GetBoolean());
        Assert.Equal(id, _stage.Output.Value.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("""{ "fields": { "email": "eva@example.com", "city": "Bergen" } }""")]
    [InlineData("""{ "fields": { "firstName": "Zoe" } }""")]
    [InlineData("""{ "fields": { "email": "" } }""")]
    public async Task Nobody_found_fails_for_good_and_says_so_to_later_steps(string config)
    {
        Assert.Equal(new Outcome.Failed("contact.notFound", false), await _stage.Run("contact.find", config));
        Assert.Equal("""{"found":false}""", _stage.Output!.Value.GetRawText());
    }

    [Fact]
    public async Task An_opportunity_is_found_by_all_that_is_asked()
    {
        void Add(string id, string stage, OpportunityStatus status) =>
            _stage.Records.Add(Kinds.Opportunity, id, new Opportunity { ContactId = "con_1", Name = "Lips " + id, PipelineId = "pipe_1", StageId = stage, Status = status, Value = 100 });
        Add("opp_1", "new", OpportunityStatus.Won);
        Add("opp_2", "new", OpportunityStatus.Open);
        Add("opp_3", "new", OpportunityStatus.Won);
        Assert.Equal(new Outcome.Done("opp_3"), await _stage.Run("opportunity.find", """{ "status": "won", "name": "lips" }"""));
        Assert.Equal(("won", "new"), (_stage.Output!.Value.GetProperty("state").GetString(), _stage.Output.Value.GetProperty("stageId").GetString()));
        Assert.Equal(new Outcome.Done("opp_1"), await _stage.Run("opportunity.find", """{ "status": "won", "which": "earliest" }"""));
        Assert.Equal(new Outcome.Failed("opportunity.notFound", false), await _stage.Run("opportunity.find", """{ "stageId": "done" }"""));
    }

    [Fact]
    public async Task A_found_opportunity_can_be_named_by_the_steps_after_it()
    {
        _stage.Records.Add(Kinds.Pipeline, "pipe_1", new Pipeline("Sales", [new("new", "New")]));
        _stage.Records.Add(Kinds.Opportunity, "opp_1", new Opportunity { ContactId = "con_1", Name = "a", PipelineId = "pipe_1", StageId = "new" });
        _stage.Records.Add(Kinds.Opportunity, "opp_2", new Opportunity { ContactId = "con_1", Name = "b", PipelineId = "pipe_1", StageId = "new" });
        Assert.Equal(new Outcome.Done("opp_1"), await _stage.Run("opportunity.update", """{ "opportunityId": "opp_1", "status": "won" }"""));
        Assert.Equal(new Outcome.Skipped("opportunity.none"), await _stage.Run("opportunity.remove", """{ "opportunityId": "opp_9" }"""));
    }
}
