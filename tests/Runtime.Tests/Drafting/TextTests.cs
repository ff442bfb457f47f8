using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Tests.Drafting;

/// <summary>What a draft says about itself, and what it never does.</summary>
public sealed class TextTests
{
    [Fact]
    public void A_text_that_was_written_for_the_person_needs_review_and_a_quoted_one_does_not()
    {
        Assert.Contains(Lumina.Draft("When a form is submitted text them").Assumptions, line => line.Contains("needs review", StringComparison.Ordinal));
        Assert.DoesNotContain(Lumina.Draft("When a form is submitted text them \"Hello\"").Assumptions, line => line.Contains("needs review", StringComparison.Ordinal));
    }

    [Fact]
    public void The_purpose_is_said() =>
        Assert.Contains(Lumina.Draft("When a form is submitted email them our spring offer").Assumptions, line => line.Contains("for marketing", StringComparison.Ordinal));

    [Fact]
    public void A_name_that_the_practice_does_not_have_is_said() =>
        Assert.Contains(Lumina.Draft("When someone fills in the whitening form text them").Assumptions, line => line.Contains("whitening", StringComparison.Ordinal));

    [Fact]
    public void Nothing_at_all_is_understood_of_nothing()
    {
        var draft = Lumina.Draft("purple monkey dishwasher");
        Assert.True(draft.Empty);
        Assert.Equal(["purple monkey dishwasher"], draft.NotUnderstood);
    }

    [Theory]
    [InlineData("Cuando un paciente reserva una cita, envíale un mensaje de confirmación")]
    [InlineData("Si el paciente no responde en 2 días, enviar email y avisar a Nora")]
    [InlineData("Wenn ein Patient einen Termin bucht, schicke ihm eine SMS")]
    [InlineData("Quand un patient annule son rendez-vous, envoyer un email")]
    public void Another_language_is_not_guessed_at(string prompt)
    {
        var draft = Lumina.Draft(prompt);
        Assert.True(draft.Empty);
        Assert.Equal([prompt], draft.NotUnderstood);
        Assert.Contains(draft.Assumptions, line => line.StartsWith("Only English", StringComparison.Ordinal));
    }

    [Fact]
    public void Markup_is_not_read()
    {
        var draft = Lumina.Draft("<b>When someone books</b>, <script>alert(1)</script> text them");
        Assert.Equal(["on appointment.booked", "sms.send"], Outline.Of(draft.Definition).Select(line => line.Type));
    }

    [Fact]
    public void What_is_to_be_said_or_asked_is_in_the_text()
    {
        Assert.Contains("We'll ring you soon.", Body("missed call? text back immediately saying we'll ring them soon"), StringComparison.Ordinal);
        Assert.Contains("May we ask why?", Body("When a membership is cancelled ask why by text"), StringComparison.Ordinal);
        Assert.Contains("We open at 9.", Body("anyone who replies after hours gets an auto reply that we open at 9"), StringComparison.Ordinal);

        static string Body(string prompt) => Lumina.Draft(prompt).Definition.GetProperty("steps").EnumerateObject().First().Value.GetProperty("config").GetProperty("body").GetString()!;
    }

    [Fact]
    public void A_recipe_is_no_answer_to_words_that_it_does_not_cover()
    {
        Assert.Equal("no-show", Lumina.Draft("no show follow up please").Recipe);
        Assert.Null(Lumina.Draft("birthday balloons for Nora").Recipe);
    }

    [Fact]
    public void A_schedule_that_writes_to_contacts_says_that_it_brings_none() =>
        Assert.Contains(Lumina.Draft("every first monday of the month email all members their remaining sessions").Assumptions, line => line.StartsWith("A schedule brings no contact", StringComparison.Ordinal));

    [Fact]
    public async Task A_trigger_that_the_catalogue_lacks_is_not_written()
    {
        var without = new Catalogue.ProductCatalogue(Lumina.Catalogue.Actions.Values, Lumina.Catalogue.Triggers.Values.Where(trigger => trigger.Type is not "payment.received"));
        var draft = await new Runtime.Drafting.Offline.OfflineDrafter(without).Draft(new("When a payment fails, text them", Lumina.Names));
        Assert.Equal((0, "Payment failed"), (draft.Definition.GetProperty("triggers").GetArrayLength(), Assert.Single(draft.NotUnderstood)));
    }

    [Theory]
    [InlineData("When a form is submitted, text them \"{{#evil}}\" and \"{{contact.firstName\"")]
    [InlineData("when when when if if text text wait wait until until")]
    [InlineData(", , . . and then and then , \"")]
    [InlineData("wait 99999999999999999999 days")]
    [InlineData("When a contact is tagged {{contact.email}} text them about {{x}} {{")]
    [InlineData("\u0000\uFFFF \ud83d\ude00 text them \u202e when a form is submitted")]
    [InlineData("between 99 and 77 on nodays text them every 0 minutes until they reply")]
    [InlineData("50% of them, 50% of them, otherwise, otherwise, otherwise text them")]
    [InlineData("stop when. stop if. only for. unless. until they. add. remove.")]
    public void Odd_words_are_survived(string prompt)
    {
        var draft = Lumina.Draft(prompt);
        Assert.NotNull(DefinitionReader.Read(draft.Definition).Definition);
        var edited = Lumina.Draft(prompt, Lumina.Draft("When a form is submitted text them").Definition);
        Assert.NotNull(DefinitionReader.Read(edited.Definition).Definition);
    }

    [Fact]
    public void A_long_prompt_takes_no_long_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var piece in new[] { "text them and ", "when a ", "a a a ", "\"", "not if ", "wait 2 days, ", "the form ", ", and , " })
            Lumina.Draft(string.Concat(Enumerable.Repeat(piece, 4000 / piece.Length)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task Every_type_that_is_written_is_in_the_catalogue()
    {
        var bare = new Catalogue.ProductCatalogue(Lumina.Catalogue.Actions.Values.Where(action => action.Type is "sms.send"), Lumina.Catalogue.Triggers.Values.Where(trigger => trigger.Type is "form.submitted"));
        var draft = await new Runtime.Drafting.Offline.OfflineDrafter(bare).Draft(new("When a form is submitted text them, email them and create a task", Lumina.Names));
        Assert.Equal(["on form.submitted", "sms.send"], Outline.Of(draft.Definition).Select(line => line.Type));
        Assert.Equal(["email them", "create a task"], draft.NotUnderstood);
    }
}
