using AesthetixWorkflows.Core.Consent;
using AesthetixWorkflows.Core.Replies;

namespace AesthetixWorkflows.Core.Tests.Replies;

public sealed class ReplyReadingTests
{
    static string Read(string? text, string? asked = null) => ReplyReading.Of(text, Asked.In(asked)).Intent;

    [Theory]
    [InlineData("C"), InlineData("c"), InlineData("C."), InlineData("'C'"), InlineData("c!"), InlineData("1"), InlineData("1."), InlineData("1️⃣"), InlineData("one")]
    [InlineData("yes"), InlineData("YES!!"), InlineData("Yesss"), InlineData("Y"), InlineData("ye"), InlineData("yep"), InlineData("Yeah"), InlineData("yup"), InlineData("sure"), InlineData("Sure thing"), InlineData("of course")]
    [InlineData("ok"), InlineData("OK"), InlineData("okay"), InlineData("Okk"), InlineData("k"), InlineData("kk"), InlineData("ok thanks"), InlineData("Ok, see you then")]
    [InlineData("confirm"), InlineData("Confirmed"), InlineData("CONFIRM."), InlineData("comfirm"), InlineData("confrim"), InlineData("Confirmd"), InlineData("confim"), InlineData("conform"), InlineData("I confirm"), InlineData("Hi, confirming, thanks")]
    [InlineData("👍"), InlineData("👍🏽"), InlineData("👍👍"), InlineData("✅"), InlineData("Sounds good"), InlineData("I’ll be there"), InlineData("We'll be there!"), InlineData("works for me"), InlineData("No problem, see you then")]
    [InlineData("Yes, thank you"), InlineData("Hi! Yes I can make it"), InlineData("Yes, where do I park?"), InlineData("sí"), InlineData("Good morning, yes"), InlineData("can't wait")]
    public void These_confirm(string text) => Assert.Equal("confirm", Read(text));

    [Theory]
    [InlineData("R"), InlineData("r."), InlineData("2"), InlineData("reschedule"), InlineData("Reschedule please"), InlineData("reshedule"), InlineData("re-schedule"), InlineData("can we move it to Friday?")]
    [InlineData("Need another time"), InlineData("No, can I reschedule"), InlineData("yes but I need to reschedule"), InlineData("postpone"), InlineData("I have to change my appointment")]
    public void These_want_another_time(string text) => Assert.Equal("reschedule", Read(text));

    [Theory]
    [InlineData("no"), InlineData("No."), InlineData("Nope"), InlineData("no thanks"), InlineData("sorry, I can't make it"), InlineData("Not coming"), InlineData("not interested"), InlineData("👎"), InlineData("cancel my appointment please")]
    public void These_decline(string text) => Assert.Equal("decline", Read(text));

    [Theory]
    [InlineData(""), InlineData(null), InlineData("?"), InlineData("What should I bring?"), InlineData("is it ok to bring my dog?"), InlineData("I need to confirm with my husband first"), InlineData("Can you confirm my time?")]
    [InlineData("maybe"), InlineData("not sure yet"), InlineData("Yes but I can't on Friday"), InlineData("My face is swollen"), InlineData("who is this"), InlineData("let me check, ok?"), InlineData("How much is it"), InlineData("🤔")]
    public void These_are_for_a_person(string? text) => Assert.Equal("other", Read(text));

    [Theory]
    [InlineData("Liked “Hi Ada, your visit is on Monday. Reply C to confirm or R to reschedule. Reply STOP to opt out.”")]
    [InlineData("Loved \"See you tomorrow!\""), InlineData("Disliked “See you tomorrow”"), InlineData("👍 to “Reply STOP to opt out”"), InlineData("Reacted 😂 to “Text STOP to unsubscribe”"), InlineData("Removed a heart from “you can opt out”")]
    public void A_thumb_for_our_own_text_says_nothing_in_our_words(string text) => Assert.Equal((false, "other"), (OptOutWords.MeansStop(text), Read(text, "Reply C to confirm or R to reschedule.")));

    [Theory]
    [InlineData("7", 7), InlineData("three", 3), InlineData("5!", 5)]
    public void A_number_is_a_number(string text, int number) =>
        Assert.Equal(("number", number), (Read(text), ReplyReading.Of(text, Asked.Nothing).Number!.Value));

    [Theory]
    [InlineData("Please rate your visit from 1 to 5", "1", "number")]
    [InlineData("On a scale of 0-10, how was it?", "I'd say a 9", "number")]
    [InlineData("Reply 1 to reschedule or 2 to confirm.", "1", "reschedule")]
    [InlineData("Reply 1 to reschedule or 2 to confirm.", "2 please", "confirm")]
    [InlineData("Reply A to confirm, B to change the time.", "b", "reschedule")]
    [InlineData("Reply YES to confirm or NO to reschedule.", "no", "reschedule")]
    [InlineData("Text C for another day", "C", "reschedule")]
    [InlineData("See you at 2 for your visit. C = confirm, R = reschedule", "2", "reschedule")]
    [InlineData("Questions? Call us. Reply \"Y\" to keep your spot", "Y!", "confirm")]
    [InlineData("Reply C to confirm. Reply STOP to opt out", "stop", "stop")]
    [InlineData("Reply CANCEL to cancel your visit", "cancel", "stop")]
    public void The_question_decides_what_a_word_means_and_stop_stays_stop(string asked, string text, string intent) => Assert.Equal(intent, Read(text, asked));

    [Theory]
    [InlineData("please stop texting me"), InlineData("Stop sending me messages"), InlineData("can you stop with these texts"), InlineData("do not text me again"), InlineData("Don't message me anymore"), InlineData("no more texts please")]
    [InlineData("Take me off your list"), InlineData("remove my number"), InlineData("please unsubscribe me from this"), InlineData("I want to opt out"), InlineData("leave me alone"), InlineData("I don't want any more messages"), InlineData("I revoke my consent")]
    [InlineData("quit contacting me!!"), InlineData("I do not wish to receive your texts")]
    public void Sentences_that_ask_for_no_more_texts(string text) => Assert.Equal((true, "stop"), (OptOutWords.MeansStop(text), Read(text)));

    [Theory]
    [InlineData("I will stop by at 5"), InlineData("please don't stop texting me"), InlineData("When does it end?"), InlineData("don't forget to text me"), InlineData("I can't stop smiling"), InlineData("is there a bus stop near you"), InlineData("Please do not unsubscribe me"), InlineData("Can I cancel my visit?")]
    public void Sentences_that_do_not(string text) => Assert.False(OptOutWords.MeansStop(text));

    [Fact]
    public void A_practice_may_add_words_of_its_own()
    {
        Assert.True(OptOutWords.IsStop("Ciao!", ["ciao"]));
        Assert.False(OptOutWords.IsStop("Ciao bella", ["ciao"]));
    }

    [Fact]
    public void Long_and_hostile_texts_are_read_too()
    {
        foreach (var text in new[] { new string('a', 200_000), string.Concat(Enumerable.Repeat("yes no ", 20_000)), string.Concat(Enumerable.Repeat("stop (", 20_000)), "\ud800\udc00\ud800" })
            Assert.Contains(Read(text, text), ReplyIntents.All);
    }
}
