using AesthetixWorkflows.Runtime.Hooks;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Runtime.Tests.Hooks;

public sealed class SourcePathTests
{
    const string Body = """
        {"payload":{"email":"a@b.co","a.b":{"c":1},"n":null,
         "qa":[{"question":"Name","answer":"Ann","pos":0},{"question":"What's your phone?","answer":"555","pos":1,"field":{"ref":["x"]}}]},
         "answers":[{"text":"one"},{"text":"two"}]}
        """;

    static string? Find(string path) => SourcePath.Parse(path)?.Find(Calls.Element(Body)) is { } found ? JsonText.Of(found) ?? found.GetRawText() : null;

    [Theory]
    [InlineData("$.payload.email", "a@b.co")]
    [InlineData("payload.email", "a@b.co")]
    [InlineData(" $['payload'][\"email\"] ", "a@b.co")]
    [InlineData("payload['a.b'].c", "1")]
    [InlineData("answers[1].text", "two")]
    [InlineData("$.payload.qa[?(@.question=='Name')].answer", "Ann")]
    [InlineData("$.payload.qa[?(@.question==\"What's your phone?\")].answer", "555")]
    [InlineData("$.payload.qa[?@.pos == 1].answer", "555")]
    [InlineData("$.payload.qa[?(@.field.ref[0]=='x')].answer", "555")]
    [InlineData("=fixed text", "fixed text")]
    [InlineData("=", "")]
    public void A_path_names_one_place(string path, string found) => Assert.Equal(found, Find(path));

    [Theory]
    [InlineData("payload.none")]
    [InlineData("payload.n")]
    [InlineData("payload.email.more")]
    [InlineData("answers[7].text")]
    [InlineData("answers.text")]
    [InlineData("payload[0]")]
    [InlineData("payload.qa[?(@.question=='No')].answer")]
    public void A_place_that_is_not_there_is_nothing(string path)
    {
        Assert.NotNull(SourcePath.Parse(path));
        Assert.Null(Find(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("a[")]
    [InlineData("a[b]")]
    [InlineData("a[?(@.x)]")]
    [InlineData("a[?(x=='1')]")]
    [InlineData("a[-1]")]
    [InlineData("$x")]
    [InlineData("a[0]b")]
    public void What_is_no_path_is_said_so(string path) => Assert.Null(SourcePath.Parse(path));

    [Fact]
    public void Any_text_is_parsed_without_throwing() => Prop.ForAll(
        Gen.Elements('$', '.', '[', ']', '?', '(', ')', '@', '=', '\'', '"', 'a', '0', ' ').ArrayOf().ToArbitrary(),
        chars => { SourcePath.Parse(new string(chars))?.Find(Calls.Element(Body)); }).QuickCheckThrowOnFailure();
}
