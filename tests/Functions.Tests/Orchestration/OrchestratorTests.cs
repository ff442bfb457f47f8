using AesthetixWorkflows.Functions.Orchestration;

namespace AesthetixWorkflows.Functions.Tests.Orchestration;

/// <summary>The orchestrator alone, over activities that answer from a script.</summary>
public sealed class OrchestratorTests
{
    static DateTimeOffset In(double seconds) => DateTimeOffset.UtcNow.AddSeconds(seconds);

    [Fact]
    public async Task It_calls_one_activity_after_the_other_until_it_is_over()
    {
        await using var script = await Scripted.Start(Scripted.Do("EmailSend"), (n, _) => n switch
        {
            1 => Scripted.Do("SmsSend"),
            2 => Scripted.Do("Evaluate"),
            _ => Scripted.Over,
        });
        await script.End();
        Assert.Equal(["EmailSend", "SmsSend", "Evaluate"], script.Calls);
        Assert.All(script.Turns, turn => Assert.Equal(("prac_1", script.Id), (turn.Practice, turn.Enrollment)));
    }

    [Fact]
    public async Task A_timer_leads_straight_to_the_next_activity()
    {
        var at = In(0.4);
        await using var script = await Scripted.Start(Scripted.Do("SmsSend", at), (_, _) => Scripted.Over);
        await script.End();
        Assert.True(DateTimeOffset.UtcNow >= at);
        Assert.Equal(["SmsSend"], script.Calls);
        Assert.True(script.Turns[0].Rang);
    }

    [Fact]
    public async Task News_wakes_it_before_its_timer()
    {
        await using var script = await Scripted.Start(Scripted.Do("SmsSend", In(3600)), (_, activity) => activity == "Evaluate" ? Scripted.Over : Scripted.WaitForNews);
        await script.Status(status => status.Contains("delay", StringComparison.Ordinal));
        await script.Nudge();
        await script.End();
        Assert.Equal(["Evaluate"], script.Calls);
        Assert.False(script.Turns[0].Rang);
    }

    [Fact]
    public async Task Without_a_timer_it_sleeps_until_news_comes()
    {
        await using var script = await Scripted.Start(Scripted.WaitForNews, (_, _) => Scripted.Over);
        await script.Status(status => status.Contains("reply", StringComparison.Ordinal));
        Assert.Empty(script.Calls);
        await script.Nudge();
        await script.End();
        Assert.Equal(["Evaluate"], script.Calls);
    }

    [Fact]
    public async Task News_that_came_while_an_activity_ran_is_looked_at_afterwards()
    {
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var script = await Scripted.Start(Scripted.Do("SmsSend"), (n, _) =>
        {
            if (n > 1) return Scripted.Over;
            inside.SetResult();
            go.Task.Wait();
            return Scripted.WaitForNews;
        });
        await inside.Task;
        await script.Nudge();
        go.SetResult();
        await script.End();
        Assert.Equal(["SmsSend", "Evaluate"], script.Calls);
    }

    [Fact]
    public async Task However_long_it_lives_its_history_begins_anew_and_no_news_is_lost()
    {
        const int Rounds = 4 * EnrollmentOrchestrator.TurnsPerHistory + 3;
        await using var script = await Scripted.Start(Scripted.WaitForNews, (n, _) => n == Rounds ? Scripted.Over : Scripted.WaitForNews);
        for (var round = 1; round <= Rounds; round++)
        {
            await script.Nudge();
            await script.Called(round);
        }
        await script.End();
        Assert.Equal(Rounds, script.Calls.Count);
    }

    [Fact]
    public async Task A_long_chain_of_actions_survives_a_new_history_in_the_middle_of_it()
    {
        const int Actions = 2 * EnrollmentOrchestrator.TurnsPerHistory + 5;
        await using var script = await Scripted.Start(Scripted.Do("NoteAdd"), (n, _) => n == Actions ? Scripted.Over : Scripted.Do("NoteAdd"));
        await script.End();
        Assert.Equal(Actions, script.Calls.Count);
    }

    [Fact]
    public async Task Many_nudges_at_once_are_one_look()
    {
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var script = await Scripted.Start(Scripted.Do("SmsSend"), (n, _) =>
        {
            if (n > 1) return Scripted.Over;
            inside.SetResult();
            go.Task.Wait();
            return Scripted.WaitForNews;
        });
        await inside.Task;
        for (var i = 0; i < 10; i++) await script.Nudge();
        // An eleventh that is surely there when the activity ends.
        await Task.Delay(200);
        go.SetResult();
        await script.End();
        Assert.Equal(["SmsSend", "Evaluate"], script.Calls);
    }

    [Fact]
    public async Task An_activity_that_cannot_answer_is_asked_again()
    {
        await using var script = await Scripted.Start(Scripted.Do("SmsSend"), (n, _) => n == 1 ? throw new InvalidOperationException("Storage is away.") : Scripted.Over);
        await script.Status(status => status.Contains("\"trouble\":1", StringComparison.Ordinal));
        await script.End();
        Assert.Equal(["SmsSend", "SmsSend"], script.Calls);
    }

    [Fact]
    public async Task The_status_says_where_it_stands()
    {
        var until = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        await using var script = await Scripted.Start(Scripted.Do("SmsSend", until), (_, _) => Scripted.Over);
        Assert.Equal("""{"workflow":"wf_1","version":1,"step":"s1","until":"2031-05-06T07:08:09+00:00","waitingFor":"delay","trouble":0}""",
            await script.Status(status => status.Length > 4));
    }
}
