using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>Writes one step; the mirror of <see cref="StepReader"/> and <see cref="WaitReader"/>.</summary>
internal static class StepWriter
{
    public static JsonObject Write(Step step)
    {
        var json = new JsonObject { ["type"] = step.Type };
        if (step.Name is not null) json["name"] = step.Name;
        if (!step.Enabled) json["enabled"] = false;
        Body(step, json);
        if (step is not (Step.If or Step.Split or Step.GoTo or Step.End) || step.Next is not null) json["next"] = step.Next;
        return json;
    }

    public static JsonNode? Node(JsonElement json) => JsonSerializer.SerializeToNode(json, JsonTexts.Default.JsonElement);

    static void Body(Step step, JsonObject json)
    {
        switch (step)
        {
            case Step.Act act:
                json["config"] = Node(act.Config);
                json["onError"] = OnError(act.OnError);
                break;
            case Step.If branching:
                json["branches"] = new JsonArray([.. branching.Branches.Select(Branch)]);
                json["none"] = Named(new JsonObject(), branching.None.Name, branching.None.Next);
                break;
            case Step.Split split:
                json["shares"] = new JsonArray([.. split.Shares.Select(share =>
                    Named(new JsonObject { ["id"] = share.Id, ["percent"] = share.Percent }, share.Name, share.Next))]);
                break;
            case Step.GoTo jump:
                json["config"] = new JsonObject { ["step"] = jump.Target, ["max"] = jump.Max };
                break;
            case Step.Goal goal:
                json["config"] = new JsonObject { ["events"] = new JsonArray([.. goal.Events.Select(GoalEvent)]), ["whenUnmet"] = Words.WhenUnmet.Of(goal.WhenUnmet) };
                Timeout(json, goal.Timeout);
                break;
            case Step.Drip drip:
                json["config"] = new JsonObject { ["batch"] = drip.Batch, ["every"] = drip.Every };
                break;
            case Step.End:
                break;
            default:
                Wait(step, json);
                break;
        }
    }

    static void Wait(Step step, JsonObject json)
    {
        var config = new JsonObject();
        switch (step)
        {
            case Step.WaitDelay delay:
                Delay(config, delay.Plan);
                break;
            case Step.WaitUntil until:
                Set(config, "field", until.Field);
                Set(config, "at", until.At);
                Set(config, "offset", until.Offset);
                Set(config, "timeOfDay", until.TimeOfDay is { } time ? Parts.WriteTime(time) : null);
                config["whenPast"] = Words.WhenPast.Of(until.WhenPast);
                Set(config, "pastStep", until.PastStep);
                break;
            case Step.WaitReply reply:
                Set(config, "channel", reply.Channel);
                if (!reply.Answers.IsDefaultOrEmpty) config["answers"] = new JsonArray([.. reply.Answers.Select(name => (JsonNode)name)]);
                Timeout(json, reply.Timeout);
                break;
            case Step.WaitCondition condition:
                config["when"] = Parts.WriteCondition(condition.When);
                Timeout(json, condition.Timeout);
                break;
            case Step.WaitLink link:
                Set(config, "linkId", link.LinkId);
                Timeout(json, link.Timeout);
                break;
            case Step.WaitEmail email:
                Set(config, "stepId", email.StepId);
                config["events"] = new JsonArray([.. email.Events.Select(name => (JsonNode)name)]);
                Timeout(json, email.Timeout);
                break;
            case Step.WaitInvoice invoice:
                Set(config, "offset", invoice.Offset);
                Set(config, "paidStep", invoice.PaidStep);
                break;
            default:
                throw new InvalidOperationException($"A step of kind {step.GetType().Name} cannot be written.");
        }
        json["config"] = config;
    }

    static void Delay(JsonObject config, DelayPlan plan)
    {
        config["for"] = plan.For;
        Set(config, "at", plan.At is { } at ? Parts.WriteTime(at) : null);
        if (plan.Window is not null) config["window"] = Parts.WriteWindow(plan.Window);
    }

    static JsonObject Branch(Branch branch) =>
        Named(new JsonObject { ["id"] = branch.Id, ["when"] = Parts.WriteCondition(branch.When) }, branch.Name, branch.Next);

    static JsonObject GoalEvent(GoalEvent goal) => new() { ["type"] = goal.Type, ["filters"] = Parts.WriteCondition(goal.Filters) };

    static JsonObject OnError(OnError onError)
    {
        var json = new JsonObject { ["then"] = Words.OnErrorThen.Of(onError.Then), ["maxAttempts"] = onError.MaxAttempts };
        Set(json, "next", onError.Next);
        return json;
    }

    static JsonObject Named(JsonObject json, string? name, string? next)
    {
        Set(json, "name", name);
        json["next"] = next;
        return json;
    }

    static void Timeout(JsonObject json, Timeout? timeout)
    {
        if (timeout is not null) json["timeout"] = new JsonObject { ["after"] = timeout.After, ["next"] = timeout.Next };
    }

    static void Set(JsonObject json, string name, string? value)
    {
        if (value is not null) json[name] = value;
    }
}
