using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Publishing;
using AesthetixWorkflows.Runtime.Referring;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>Something that workflows name goes away: who named it learns of it, before and after it is published.</summary>
public abstract class ReviewSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    [Theory]
    [InlineData("tag")]
    [InlineData("stage")]
    [InlineData("template")]
    [InlineData("calendar")]
    [InlineData("user")]
    [InlineData("field")]
    [InlineData("value")]
    [InlineData("link")]
    [InlineData("form")]
    [InlineData("workflow")]
    public async Task C23_what_is_deleted_marks_its_published_users_and_blocks_their_drafts(string kind)
    {
        var (piece, filters, id, within) = await Naming(kind);
        var other = await Clinic.Publish(new Flow("survey.submitted", Text("text")));
        var workflow = await Clinic.Publish(new Flow("form.submitted", piece) { Filters = filters });
        Assert.Equal([workflow], (await Find(kind, id, within)).Select(use => use.WorkflowId).Distinct());

        await Leave(new(kind, id, "The old one", within));
        var finding = Assert.Single((await Review(workflow))!.Body.Findings, f => f.Kind == kind);
        Assert.Equal((id, "The old one", 1), (finding.Id, finding.Name, finding.Version));
        Assert.Contains("“The old one” was deleted", finding.Message, StringComparison.Ordinal);
        Assert.Null(await Review(other));

        var refused = Assert.IsType<WorkflowDeed.Faulty>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, workflow, null, null));
        var error = Assert.Single(refused.Findings, f => f.Severity is Severity.Error);
        Assert.Equal((LintCodes.DeletedReference.Code, finding.Pointer, finding.StepId), (error.Code, error.Pointer, error.StepId));

        // Those inside go on, and new ones enter: nothing is stopped by a deletion.
        await Clinic.Publish(new Flow("form.submitted", Text("text")), workflow);
        Assert.Null(await Review(workflow));
    }

    [Fact]
    public async Task C23_a_tag_that_comes_back_takes_its_marks_along_and_leaves_the_others()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Tag("one", "Vip"), Tag("two", "gold")));
        await Leave(new("tag", "vip", "vip"));
        await Leave(new("tag", "gold", "gold"));
        Assert.Equal(["vip", "gold"], (await Review(workflow))!.Body.Findings.Select(finding => finding.Id));
        await Return("tag", "VIP");
        Assert.Equal(["gold"], (await Review(workflow))!.Body.Findings.Select(finding => finding.Id));
        await Return("tag", "gold");
        Assert.Null(await Review(workflow));
        Assert.IsType<WorkflowDeed.Done>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, workflow, null, null));
    }

    [Fact]
    public async Task C23_the_owners_are_told_once_a_day()
    {
        await Put(Kinds.User, "usr_owner", new User("Nora", null, null, "owner"));
        await Clinic.Publish(new Flow("form.submitted", Tag("one", "a"), Tag("two", "b"), Tag("three", "c")));
        await Leave(new("tag", "a", "a"));
        await Leave(new("tag", "b", "b"));
        Assert.Equal("usr_owner", Assert.Single(await Notices()).To);
        await Clinic.Pass("P1D");
        await Leave(new("tag", "c", "c"));
        Assert.Equal(2, (await Notices()).Count);
    }

    [Fact]
    public async Task C23_what_was_acknowledged_is_marked_again_when_more_goes()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Tag("one", "a"), Tag("two", "b")));
        await Leave(new("tag", "a", "a"));
        var review = (await Review(workflow))!;
        await Put(Kinds.Review, workflow, review.Body with { AcknowledgedAt = Clinic.Now, AcknowledgedBy = "Nora" });
        await Leave(new("tag", "b", "b"));
        Assert.Equal((2, null), ((await Review(workflow))!.Body.Findings.Length, (await Review(workflow))!.Body.AcknowledgedAt));
    }

    [Fact]
    public async Task A_template_passes_on_what_its_text_names()
    {
        await Put(Kinds.CustomValue, "cval_1", new CustomValue("offer", "Offer", "Spring"));
        await Put(Kinds.Template, "tpl_1", new MessageTemplate("Welcome", "sms", null, "Try {{custom.offer}}"));
        var workflow = await Clinic.Publish(new Flow("form.submitted", Act("text", "sms.send", new() { ["purpose"] = "care", ["templateId"] = "tpl_1" })));
        Assert.Contains("by the template “Welcome”", Assert.Single(await Find("value", "offer", null)).Words, StringComparison.Ordinal);
        await Leave(new("value", "offer", "Offer"));
        Assert.NotNull(await Review(workflow));
        var refused = Assert.IsType<WorkflowDeed.Faulty>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, workflow, null, null));
        Assert.Contains("template “Welcome”", Assert.Single(refused.Findings, f => f.Code == "WF260").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_never_was_there_is_an_error_with_a_guess()
    {
        await Put(Kinds.Calendar, "cal_1", new BookingCalendar("Consultations", null, null, 30));
        var workflow = await Clinic.Draft(new Flow("form.submitted", Act("book", "appointment.book", new() { ["calendarId"] = "Consultation", ["startsAt"] = "2027-01-01T10:00:00Z" })));
        var refused = Assert.IsType<WorkflowDeed.Faulty>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, workflow, null, null));
        Assert.Contains("Did you mean “Consultations”?", Assert.Single(refused.Findings, f => f.Code == "WF260").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replacing_rewrites_drafts_and_leaves_what_is_published()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Tag("one", "old"), Text("two", "Not old, {{contact.firstName}}")));
        Assert.Equal(1, await new Replacing(Clinic.Get<UseFinder>(), Clinic.Get<WorkflowEdits>(), Clinic.Get<Catalogue.ProductCatalogue>()).InDrafts(Clinic.Staff, "tag", "old", "new"));
        var after = (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, workflow))!.Body;
        Assert.Equal("new", after.Draft.GetProperty("steps").GetProperty("one").GetProperty("config").GetProperty("tags")[0].GetString());
        Assert.True(after.HasDraftChanges);
        Assert.Equal("old", (await Clinic.Store.Find(Kinds.Version, Clinic.Id, $"{workflow}.1"))!.Body.Definition.GetProperty("steps").GetProperty("one").GetProperty("config").GetProperty("tags")[0].GetString());
    }

    [Fact]
    public async Task C12_a_circle_of_workflows_is_warned_of_when_it_is_closed()
    {
        var a = await Clinic.Publish(new Flow("form.submitted", Text("text")));
        var b = await Clinic.Publish(new Flow("survey.submitted", AddTo("back", a)));
        await Clinic.Draft(new Flow("form.submitted", Text("text"), AddTo("on", b)), a);
        var done = Assert.IsType<WorkflowDeed.Done>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, a, null, null));
        var circle = Assert.Single(done.Findings, f => f.Code == LintCodes.WorkflowCircle.Code);
        Assert.Equal((Severity.Warning, "on"), (circle.Severity, circle.StepId));
        Assert.Contains($"“{a}” → “{b}” → “{a}”", circle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C12_a_circle_by_tags_is_one_too_and_other_tags_are_none()
    {
        Flow OnTag(string waitsFor, string adds) => new("contact.tag.added", Tag("tag", adds)) { Filters = Where("tag.name", "is", waitsFor) };
        await Clinic.Publish(OnTag("x", "y"));
        var closing = await Clinic.Draft(OnTag("Y", "X"));
        Assert.Contains(Assert.IsType<WorkflowDeed.Done>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, closing, null, null)).Findings, f => f.Code == LintCodes.WorkflowCircle.Code);
        var open = await Clinic.Draft(OnTag("z", "x"));
        Assert.DoesNotContain(Assert.IsType<WorkflowDeed.Done>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, open, null, null)).Findings, f => f.Code == LintCodes.WorkflowCircle.Code);
    }

    [Fact]
    public async Task A_workflow_that_another_adds_to_needs_no_trigger_and_a_resting_one_is_noticed()
    {
        var resting = await Clinic.Draft(new Flow("form.submitted", Text("text")));
        var adding = await Clinic.Draft(new Flow("survey.submitted", AddTo("add", resting)));
        var done = Assert.IsType<WorkflowDeed.Done>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, adding, null, null));
        Assert.Equal("add", Assert.Single(done.Findings, f => f.Code == LintCodes.RestingWorkflow.Code).StepId);

        var known = (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, resting))!;
        var without = JsonNode.Parse(known.Body.Draft.GetRawText())!.AsObject();
        without["triggers"] = new JsonArray();
        await Put(Kinds.Workflow, resting, known.Body with { Draft = System.Text.Json.JsonSerializer.SerializeToElement(without) });
        Assert.DoesNotContain(Assert.IsType<WorkflowDeed.Done>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, resting, null, null)).Findings, f => f.Code == LintCodes.NoTrigger.Code);
    }

    [Fact]
    public async Task Hours_in_which_no_phone_may_ring_leave_texts_no_time()
    {
        await Clinic.Change(practice => practice with { TextHours = null });
        var flow = new Flow("form.submitted", Text("text")) { Settings = new() { ["window"] = new JsonObject { ["days"] = new JsonArray("mon"), ["from"] = "21:00", ["to"] = "23:00" } } };
        var late = await Clinic.Draft(flow);
        Assert.Contains(Assert.IsType<WorkflowDeed.Faulty>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, late, null, null)).Findings, f => f.Code == LintCodes.ClosedWindow.Code);
        await Clinic.Change(practice => practice with { TextHours = new(new(9, 0), new(22, 0)) });
        Assert.IsType<WorkflowDeed.Done>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, late, null, null));
    }

    [Fact]
    public async Task C25_no_line_of_a_history_tells_what_was_written_or_to_whom()
    {
        const string Private = "rash";
        var workflow = await Clinic.Publish(new Flow("form.submitted", Email("mail", "Dear {{contact.firstName}}"), ForReply("reply", null, "P3D", "late"), Tag("tag", "answered").To(null), Text("late")));
        var ada = await Clinic.Person("Adalind");
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Reply(ada, $"I have a {Private}, call +12125550199");
        await Clinic.Quiet();
        var enrollment = await Clinic.Only(ada);
        var told = System.Text.Json.JsonSerializer.Serialize(new { enrollment, log = await Clinic.Store.LogOf(Clinic.Id, enrollment.Id), all = (await Clinic.Store.ListLog(Clinic.Id, new(workflow))).Items, audit = await Clinic.Audited() });
        Assert.Contains("resumed", told, StringComparison.OrdinalIgnoreCase);
        foreach (var word in new[] { Private, "Adalind", "+1212", "example.test" }) Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A step or filter that names one thing of the kind, which is there.</summary>
    async Task<(Piece Piece, JsonObject? Filters, string Id, string? Within)> Naming(string kind)
    {
        switch (kind)
        {
            case "tag":
                return (Tag("step", "vip"), null, "vip", null);
            case "stage":
                await Put(Kinds.Pipeline, "pipe_1", new Pipeline("Sales", [new("new", "New"), new("won", "Won")]));
                return (Act("step", "opportunity.create", new() { ["pipelineId"] = "pipe_1", ["stageId"] = "won" }), null, "won", "pipe_1");
            case "template":
                await Put(Kinds.Template, "tpl_1", new MessageTemplate("Welcome", "sms", null, "Hi"));
                return (Act("step", "sms.send", new() { ["purpose"] = "care", ["templateId"] = "tpl_1" }), null, "tpl_1", null);
            case "calendar":
                await Put(Kinds.Calendar, "cal_1", new BookingCalendar("Room", null, null, 30));
                return (Act("step", "appointment.link", new() { ["calendarId"] = "cal_1" }), null, "cal_1", null);
            case "user":
                await Put(Kinds.User, "usr_1", new User("Nora", null, null, "frontdesk"));
                return (Act("step", "contact.assign", new() { ["users"] = new JsonArray("usr_1") }), null, "usr_1", null);
            case "field":
                return (Text("step", "Your {{contact.fields.skin | default: \"skin\"}}"), null, "skin", null);
            case "value":
                await Put(Kinds.CustomValue, "cval_1", new CustomValue("offer", "Offer", "Spring"));
                return (Text("step", "Try {{custom.offer}}"), null, "offer", null);
            case "link":
                await Put(Kinds.Link, "lnk_1", new TrackedLink("Prices", "https://a.example"));
                return (ForClick("step", "lnk_1", "P1D", null), null, "lnk_1", null);
            case "form":
                return (Text("step"), Where("form.id", "is", "Consultation"), "consultation", null);
            case "workflow":
                var added = await Clinic.Publish(new Flow("survey.submitted", Text("text")));
                return (AddTo("step", added), null, added, null);
            default:
                throw new InvalidOperationException(kind);
        }
    }

    Task<IReadOnlyList<FoundUse>> Find(string kind, string id, string? within) => Clinic.Get<UseFinder>().Find(Clinic.Id, kind, id, within);

    /// <summary>Deletes it, with what the routes do on top.</summary>
    async Task Leave(Departed gone)
    {
        var changes = new ChangeSet(Clinic.Id);
        await Clinic.Get<Departures>().Leave(changes, Clinic.Staff, gone);
        switch (gone.Kind)
        {
            case "stage":
                var pipeline = (await Clinic.Store.Find(Kinds.Pipeline, Clinic.Id, gone.Within!))!;
                changes.Put(Kinds.Pipeline, pipeline.Id, pipeline.Body with { Stages = [.. pipeline.Body.Stages.Where(stage => stage.Id != gone.Id)] });
                break;
            case "template":
                changes.Delete(Kinds.Template, gone.Id);
                break;
            case "calendar":
                changes.Delete(Kinds.Calendar, gone.Id);
                break;
            case "user":
                changes.Delete(Kinds.User, gone.Id);
                break;
            case "value":
                changes.Delete(Kinds.CustomValue, "cval_1");
                break;
            case "link":
                changes.Delete(Kinds.Link, gone.Id);
                break;
            case "workflow":
                Assert.IsType<WorkflowDeed.Done>(await Clinic.Get<Lifecycle>().Delete(Clinic.Staff, gone.Id, null));
                changes = new ChangeSet(Clinic.Id);
                await Clinic.Get<Departures>().Leave(changes, Clinic.Staff, gone);
                break;
        }
        await Keep(changes);
    }

    async Task Return(string kind, string id)
    {
        var changes = new ChangeSet(Clinic.Id);
        await Clinic.Get<Departures>().Return(changes, Clinic.Id, kind, id);
        await Keep(changes);
    }

    Task<Stored<WorkflowReview>?> Review(string workflow) => Clinic.Store.Find(Kinds.Review, Clinic.Id, workflow);

    async Task<List<Message>> Notices() =>
        [.. (await Clinic.Store.List(Kinds.Message, Clinic.Id, new(200))).Items.Select(message => message.Body).Where(message => message.Channel == "inapp")];

    Task Put<T>(Kind<T> kind, string id, T body) where T : class => Keep(new ChangeSet(Clinic.Id).Put(kind, id, body));

    async Task Keep(ChangeSet changes)
    {
        var committed = await Clinic.Store.Commit(changes);
        Assert.True(committed.Ok, committed.Conflict);
    }
}
