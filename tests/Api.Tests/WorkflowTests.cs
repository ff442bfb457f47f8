using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Api.Tests;

[Collection(nameof(Stand))]
public sealed class WorkflowTests(Stand stand)
{
    [Fact]
    public async Task C19_A_draft_is_saved_with_its_tag_and_refused_with_a_stale_one()
    {
        var id = await New();
        var first = (await stand.Send("GET", $"/api/workflows/{id}/draft")).Expect(200);
        var saved = (await stand.Send("PUT", $"/api/workflows/{id}/draft", new { schemaVersion = 1, mine = true }, match: first.Tag)).Expect(200);
        Assert.NotEqual(first.Tag, saved.Tag);
        (await stand.Send("PUT", $"/api/workflows/{id}/draft", new { schemaVersion = 1 }, match: first.Tag)).ExpectProblem(412, "stale");
        (await stand.Send("PUT", $"/api/workflows/{id}/draft", new { schemaVersion = 1 })).ExpectProblem(428, "ifMatch.missing");
        Assert.True((bool)(await stand.Send("GET", $"/api/workflows/{id}/draft")).Json["mine"]!);
    }

    [Fact]
    public async Task A_draft_that_was_not_changed_answers_304()
    {
        var id = await New();
        var tag = (await stand.Send("GET", $"/api/workflows/{id}/draft")).Tag;
        Assert.Empty((await stand.Send("GET", $"/api/workflows/{id}/draft", none: tag)).Expect(304).Body);
    }

    [Fact]
    public async Task Renaming_a_workflow_leaves_its_drafts_tag_alone()
    {
        var id = await New();
        var draft = (await stand.Send("GET", $"/api/workflows/{id}/draft")).Tag;
        (await stand.Send("PATCH", $"/api/workflows/{id}", new { name = "Other", folder = "Leads" }, match: "*")).Expect(200);
        (await stand.Send("PUT", $"/api/workflows/{id}/draft", new { }, match: draft)).Expect(200);
    }

    [Fact]
    public async Task A_faulty_draft_is_saved_with_its_findings_and_not_published()
    {
        var id = await New();
        var saved = (await stand.Send("PUT", $"/api/workflows/{id}/draft", new { faulty = true }, match: "*")).Expect(200);
        Assert.Equal("WF101", saved.Json["findings"]![0]!["code"]!.ToString());
        Assert.Equal("error", (await stand.Send("POST", $"/api/workflows/{id}/validate")).Expect(200).Json["findings"]![0]!["severity"]!.ToString());
        var refused = (await stand.Send("POST", $"/api/workflows/{id}/publish")).ExpectProblem(422, "workflow.faulty");
        Assert.Equal("/steps/s1", refused.Json["errors"]![0]!["pointer"]!.ToString());
        Assert.Equal("s1", refused.Json["findings"]![0]!["stepId"]!.ToString());
        Assert.Equal("draft", (await stand.Send("GET", $"/api/workflows/{id}")).Text("status"));
    }

    [Fact]
    public async Task Each_publication_is_a_version_that_can_be_read_and_taken_back_into_the_draft()
    {
        var id = await New();
        for (var n = 1; n <= 11; n++)
        {
            (await stand.Send("PUT", $"/api/workflows/{id}/draft", new { n }, match: "*")).Expect(200);
            (await stand.Send("POST", $"/api/workflows/{id}/publish", new { note = $"note {n}" })).Expect(200);
        }
        var page = (await stand.Send("GET", $"/api/workflows/{id}/versions?limit=2")).Expect(200).Json;
        Assert.Equal([11, 10], page["items"]!.AsArray().Select(v => (int)v!["number"]!));
        var next = (await stand.Send("GET", $"/api/workflows/{id}/versions?limit=200&cursor={page["next"]}")).Expect(200).Json;
        Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2, 1], next["items"]!.AsArray().Select(v => (int)v!["number"]!));
        Assert.Equal(3, (int)(await stand.Send("GET", $"/api/workflows/{id}/versions/3")).Expect(200).Json["definition"]!["n"]!);
        (await stand.Send("POST", $"/api/workflows/{id}/versions/3/restore")).Expect(200);
        Assert.Equal(3, (int)(await stand.Send("GET", $"/api/workflows/{id}/draft")).Json["n"]!);
        (await stand.Send("POST", $"/api/workflows/{id}/versions/12/restore")).ExpectProblem(404, "notFound");
    }

    [Theory]
    [InlineData("stay", null)]
    [InlineData("move", typeof(Input.VersionMoved))]
    [InlineData("end", typeof(Input.Operated))]
    public async Task Publishing_does_to_those_inside_what_was_asked(string inFlight, Type? input)
    {
        var id = await New();
        (await stand.Send("POST", $"/api/workflows/{id}/publish")).Expect(200);
        var waiting = $"enr_{Guid.NewGuid():N}";
        stand.Store.Seed(Belongings.Enrollment(waiting, id, "con_x"));
        var reply = (await stand.Send("POST", $"/api/workflows/{id}/publish", new { inFlight })).Expect(200);
        Assert.Equal(input is null ? 0 : 1, (int)reply.Json["reached"]!);
        Assert.Equal(input is null ? [] : [input], stand.Store.Sent.Where(s => s.EnrollmentId == waiting).Select(s => s.Input.GetType()));
    }

    [Fact]
    public async Task Resuming_a_workflow_wakes_those_that_rest_because_of_it_and_no_others()
    {
        var id = await New();
        (await stand.Send("POST", $"/api/workflows/{id}/publish")).Expect(200);
        (await stand.Send("POST", $"/api/workflows/{id}/pause")).Expect(200);
        var (resting, held) = ($"enr_{Guid.NewGuid():N}", $"enr_{Guid.NewGuid():N}");
        stand.Store.Seed(Belongings.Enrollment(resting, id, "con_x") with { Status = EnrollmentStatus.Paused, Reason = "workflow.paused" });
        stand.Store.Seed(Belongings.Enrollment(held, id, "con_y") with { Status = EnrollmentStatus.Paused, Reason = "operator" });
        (await stand.Send("POST", $"/api/workflows/{id}/resume")).Expect(200);
        Assert.Equal(Operation.Resume, Assert.IsType<Input.Operated>(Assert.Single(stand.Store.Sent, s => s.EnrollmentId == resting).Input).Operation);
        Assert.DoesNotContain(stand.Store.Sent, s => s.EnrollmentId == held);
        (await stand.Send("POST", $"/api/workflows/{id}/resume")).ExpectProblem(409, "workflow.notPaused");
    }

    [Fact]
    public async Task A_deleted_workflow_refuses_everything_until_it_is_restored()
    {
        var id = await New();
        (await stand.Send("DELETE", $"/api/workflows/{id}", match: "\"1\"")).Expect(204);
        (await stand.Send("POST", $"/api/workflows/{id}/publish")).ExpectProblem(409, "workflow.deleted");
        (await stand.Send("PUT", $"/api/workflows/{id}/draft", "{}", match: "*")).ExpectProblem(409, "workflow.deleted");
        (await stand.Send("POST", $"/api/workflows/{id}/restore")).Expect(200);
        (await stand.Send("POST", $"/api/workflows/{id}/publish")).Expect(200);
    }

    [Fact]
    public async Task Lists_filter_and_page_in_a_stable_order()
    {
        var key = await stand.Fresh();
        for (var i = 0; i < 7; i++) (await stand.Send("POST", "/api/workflows", new { name = $"w{i}", folder = i % 2 == 0 ? "even" : "odd" }, key)).Expect(201);
        var names = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await stand.Send("GET", $"/api/workflows?limit=2&folder=even{(cursor.Length > 0 ? "&cursor=" + cursor : "")}", key: key)).Expect(200).Json;
            names.AddRange(page["items"]!.AsArray().Select(w => w!["name"]!.ToString()));
            cursor = page["next"]?.ToString();
        }
        Assert.Equal(["w6", "w4", "w2", "w0"], names);
        (await stand.Send("GET", "/api/workflows?limit=201", key: key)).ExpectProblem(400, "query.invalid");
        (await stand.Send("GET", "/api/workflows?limit=x", key: key)).ExpectProblem(400, "query.invalid");
        (await stand.Send("GET", "/api/workflows?status=x", key: key)).ExpectProblem(400, "query.invalid");
        (await stand.Send("GET", "/api/workflows?cursor=abc", key: key)).ExpectProblem(400, "cursor.invalid");
        (await stand.Send("GET", "/api/contacts?cursor=!!", key: key)).ExpectProblem(400, "cursor.invalid");
    }

    [Fact]
    public async Task What_is_done_is_in_the_audit_log()
    {
        var key = await stand.Fresh();
        var id = (await stand.Send("POST", "/api/workflows", new { name = "A" }, key)).Text("id");
        (await stand.Send("POST", $"/api/workflows/{id}/publish", new { inFlight = "move" }, key)).Expect(200);
        var audit = (await stand.Send("GET", $"/api/audit?subject={id}", key: key)).Expect(200).Json["items"]!.AsArray();
        Assert.Equal(["workflow.published", "workflow.created"], audit.Select(a => a!["action"]!.ToString()));
        Assert.Contains("in flight: move", audit[0]!["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(key, audit[0]!["by"]!.ToString());
    }

    async Task<string> New() => (await stand.Send("POST", "/api/workflows", new { name = "Test" })).Expect(201).Text("id");
}
