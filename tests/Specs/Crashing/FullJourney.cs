using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Crashing;

/// <summary>A workflow with every kind of step, and somebody who plays the world around it: sees what the enrollment waits
/// for and does just that. What the player does is the same however often it is done.</summary>
static class FullJourney
{
    public const string Main = "wf_main", Other = "wf_other";

    public static async Task Publish(Clinic clinic, DateTimeOffset invoiceDue)
    {
        await clinic.Publish(new Flow("payment.received", Text("otherText"), Delay("otherWait", "P365D")), Other);
        await clinic.Publish(new Flow("form.submitted",
            Email("mail"), Text("flaky"), Tag("tag", "lead"), Act("task", "task.add", new() { ["title"] = "Call {{contact.firstName}}" }),
            Act("note", "note.add", new() { ["text"] = "Asked" }), Act("team", "team.notify", new() { ["to"] = "email", ["email"] = "desk@example.test", ["channel"] = "email", ["subject"] = "New", ["body"] = "Somebody" }),
            AddTo("add", Other), If("if", Tagged("vip"), "end", "split"), Split("split", "delay", "delay"),
            Delay("delay", "PT1H"), ForReply("reply", "sms", "P9D", null), ForTag("condition", "vip", "P9D", null), ForClick("click", "lnk_a", "P9D", null),
            ForMail("opened", "mail", "opened", "P9D", null), Act("invoice", "wait.invoice", new() { ["offset"] = "PT1H" }), Drip("drip", 1, "PT10M"),
            Act("until", "wait.until", new() { ["at"] = invoiceDue.AddDays(1).ToString("O") }),
            Act("remove", "workflow.remove", new() { ["which"] = "another", ["workflowId"] = Other }),
            GoTo("goto", "goal", 3), Email("skipped"), Goal("goal", "survey.submitted", "wait"), Text("last"), End("end")), Main);
    }

    /// <summary>Does the next thing that the enrollment waits for. False: it is over.</summary>
    public static async Task<bool> Play(Clinic clinic, string contact, DateTimeOffset invoiceDue)
    {
        if ((await clinic.Enrollments(contact)).SingleOrDefault(e => e.WorkflowId == Main) is not { } run)
        {
            await clinic.Happens("form.submitted", contact, new { form = new { id = "consultation" }, invoice = new { id = "inv_1", dueAt = invoiceDue } }, "form");
            return true;
        }
        if (!run.IsLive) return false;
        Task deed = run.StepId switch
        {
            "reply" => clinic.Reply(contact, sourceId: "reply"),
            "condition" => clinic.Tagged(contact, "vip", "vip"),
            "click" => clinic.Click(contact, "lnk_a", "click"),
            "opened" => clinic.Mail(contact, "mail", "opened", "opened"),
            "goal" => clinic.Happens("survey.submitted", contact, new { survey = new { id = "after" } }, "survey"),
            _ => Sleep(clinic, run.Pending.DueAt),
        };
        await deed;
        return true;
    }

    static Task Sleep(Clinic clinic, DateTimeOffset? due)
    {
        if (due is { } at && at > clinic.Now) clinic.Carrier.Advance(at - clinic.Now);
        return Task.CompletedTask;
    }

    /// <summary>What was done at which step, without ids and times: the same for two runs that went the same way.</summary>
    public static IEnumerable<string> Trace(IReadOnlyList<LogEntry> log) => log
        // A crash may swallow a refused attempt: the next one is then the first.
        .Where(line => line.What is not Happened.Retrying)
        .Select(line => $"{line.StepId}/{line.Visit} {(line.What is Happened.Unknown ? Happened.Done : line.What)}");
}
