using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

public sealed class DecisionActionTests
{
    const string Decide = """{ "instructions": "Is it urgent?", "branches": [{ "id": "urgent", "description": "pain, swelling" }, { "id": "later" }], "default": "later" }""";
    readonly Stage _stage = new();

    async Task<string> Intent(string text)
    {
        Assert.IsType<Outcome.Done>(await _stage.Run("ai.intent", $$"""{ "text": "{{text}}", "positive": "Bien sûr, sí claro" }"""));
        return _stage.Output!.Value.GetProperty("intent").GetString()!;
    }

    [Theory]
    [InlineData("Yes!")]
    [InlineData("ok, see you then")]
    [InlineData("C")]
    [InlineData("👍")]
    [InlineData("I’ll be there")]
    [InlineData("bien sûr")]
    public async Task Words_for_yes_are_positive(string text) => Assert.Equal("POSITIVE", await Intent(text));

    [Theory]
    [InlineData("No thanks")]
    [InlineData("sorry, I can't make it")]
    [InlineData("R")]
    [InlineData("not interested")]
    [InlineData("That is not good")]
    public async Task Words_for_no_are_negative(string text) => Assert.Equal("NEGATIVE", await Intent(text));

    [Theory]
    [InlineData("How much is it?")]
    [InlineData("Not sure yet")]
    [InlineData("Yes but I can't on Friday")]
    [InlineData("")]
    public async Task What_is_neither_or_both_is_none(string text) => Assert.Equal("NONE", await Intent(text));

    [Fact]
    public async Task Without_a_text_the_latest_message_of_the_contact_is_read()
    {
        void Message(string id, Direction way, string text) =>
            _stage.Records.Add(Kinds.Message, id, new Message { ContactId = "con_1", Channel = "sms", Direction = way, Status = MessageStatus.Received, Text = text });
        Message("msg_1", Direction.In, "No");
        Message("msg_2", Direction.In, "Yes");
        Message("msg_3", Direction.Out, "Great, not before nine then");
        Assert.Equal(new Outcome.Done("intent:POSITIVE"), await _stage.Run("ai.intent", "{}"));
    }

    [Fact]
    public async Task Without_a_model_it_is_the_default_branch_and_says_why()
    {
        Assert.Equal(new Outcome.Done("decided:default:model.none"), await _stage.Run("ai.decide", Decide));
        Assert.Equal("""{"branch":"later","reason":"model.none","by":"default"}""", _stage.Output!.Value.GetRawText());
    }

    [Theory]
    [InlineData("urgent", "urgent", "decided:model")]
    [InlineData("nonsense", "later", "decided:default:model.unknownBranch")]
    [InlineData(null, "later", "decided:default:model.noAnswer")]
    public async Task A_model_may_choose_among_the_branches_only(string? answer, string branch, string code)
    {
        _stage.Decider = new Oracle(answer);
        Assert.Equal(new Outcome.Done(code), await _stage.Run("ai.decide", Decide));
        Assert.Equal(branch, _stage.Output!.Value.GetProperty("branch").GetString());
    }

    [Fact]
    public async Task A_model_that_cannot_say_leaves_its_reason()
    {
        _stage.Decider = new Speechless();
        Assert.Equal(new Outcome.Done("decided:default:model.timeOut"), await _stage.Run("ai.decide", Decide));
    }

    [Theory]
    [InlineData("How much is it?", "NEGATIVE", "NEGATIVE", "model")]
    [InlineData("How much is it?", "MAYBE", "NONE", "words")]
    [InlineData("Yes!", "NEGATIVE", "POSITIVE", "words")]
    public async Task What_the_words_leave_open_a_model_may_read(string text, string answer, string intent, string by)
    {
        _stage.Decider = new Reader(answer);
        Assert.Equal(intent, await Intent(text));
        Assert.Equal(by, _stage.Output!.Value.GetProperty("by").GetString());
    }

    sealed class Reader(string answer) : IDecider
    {
        public Task<Decided?> Decide(DecisionAsked asked, CancellationToken ct) => Task.FromResult<Decided?>(new(answer, null));
    }

    sealed class Speechless : IDecider
    {
        public Task<Decided?> Decide(DecisionAsked asked, CancellationToken ct) => Task.FromResult<Decided?>(new(null, "model.timeOut"));
    }

    sealed class Oracle(string? answer) : IDecider
    {
        public Task<Decided?> Decide(DecisionAsked asked, CancellationToken ct) =>
            Task.FromResult(answer is null || asked.Branches.Length != 2 ? null : new Decided(answer, "She wrote that it hurts."));
    }
}
