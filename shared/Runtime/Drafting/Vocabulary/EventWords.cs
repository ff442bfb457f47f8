using System.Collections.Immutable;
using AesthetixWorkflows.Runtime.Drafting.Intents;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>The events of the catalogue in a front desk's English. The first phrase that fits is taken, so the narrow ones
/// come first. A new trigger needs a line here and nothing else.</summary>
/// <remarks>Phrases meet plain words: lower case, no contractions, numbers as digits, "patient" for client and customer.</remarks>
static class EventWords
{
    const string Visit = "(?:appointment|visit|consultation|consult|booking|treatment|session)";

    const string Treatment = Treatments.Done;

    public static readonly ImmutableArray<EventWord> All =
    [
        new("call.ended", "Missed call", @"\bmiss(?:es|ed)? (?:a |our |your )?call|call (?:is )?missed|missed calls?\b|\b(?:calls?|phones?|rings?)(?: us| in)? (?:and|but) (?:nobody|no 1|noone|we do not|we can not) (?:answers?|picks? up|gets? it|gets? to the phone)", new Row("call.direction", "is", "inbound"), new Row("call.status", "is", "noanswer")),
        new("appointment.status.changed", "Did not come", @"\bnoshow\b|\bno ?shows?\b|(?:does|do|did|has) not (?:show|turn|come)(?: up| in)?\b|\bmiss(?:es|ed)? (?:their |an |the |his |her |a )?(?<any>\w+ )?" + Visit + @"|fail(?:s|ed)? to (?:show|come)|never (?:shows?|turns?|comes?)(?: up)?\b",
            new Row("appointment.status", "is", "noshow")),
        new("appointment.rescheduled", "Visit moved", @"\breschedul\w+|(?:moves?|changes?|moved|changed) (?:their |the |an )?" + Visit + @"\b|" + Visit + " (?:is |gets )?(?:moved|rescheduled)"),
        new("appointment.status.changed", "Visit status", @"status (?:changes|is changed|becomes|is set|turns|goes) to (?<status>new|confirmed|cancelled|showed|noshow|invalid)|(?:appointment|visit) becomes (?<status2>confirmed|cancelled|showed)"),
        new("subscription.changed", "Membership payment failed", @"\b(?:membership|subscription) (?:payment|charge|renewal|card) (?:is |gets |has )?(?:fails?|failed|declined|bounces?|does not go through)|\bfailed (?:membership|subscription) payments?", new Row("subscription.status", "is", "failed")),
        new("subscription.changed", "Membership began", @"\bnew (?:membership|subscription|member)s?\b|\b(?:membership|subscription) (?:is |gets |has |has been )?(?:starts?|started|begins?|began|activated|active|bought|purchased)\b|\b(?:joins?|signs? up (?:for|to)|buys?|bought|starts?|takes? out|purchase[sd]?) (?:a |an |our |the |their |1 of our )?(?:new |monthly |annual |vip )?(?:memberships?|subscriptions?)\b|\bbecomes? a member\b", new Row("subscription.status", "is", "active")),
        new("subscription.changed", "Membership ended", @"\bcancelled (?:their |the |a |an |our )(?<any>\w+ )?(?:membership|subscription)\b", new Row("subscription.status", "is", "canceled")),
        new("subscription.changed", "Membership", @"\b(?:membership|subscription) (?:is |gets )?(?<status>cancelled|expires|expired|overdue|renewed|renews)"),
        new("invoice.changed", "Invoice", @"\binvoice (?:is |gets |becomes )?(?<status>sent|paid|overdue|viewed|void)|\b(?<status2>overdue) invoices?"),
        new("invoice.changed", "Invoice not paid", @"\b(?:invoices?|bills?) (?:is |are |was |has |have |still |goes |stays |remains )*not (?:been |yet |be )*paid\b|\bhas not paid (?:their|the|an|our) (?<any>\w+ )?(?:invoice|bill)", new Row("invoice.status", "is", "sent")),
        new("invoice.changed", "Invoice overdue", @"\binvoices? (?:is |are |goes |becomes |gets |still )*(?:\d+ (?:day|week|month) )?(?:overdue|past due|late|not paid (?:on|in) time)|\b(?:\d+ (?:day|week|month) )?past due invoices?|\bdoes not pay (?:their|the|an) invoice", new Row("invoice.status", "is", "overdue")),
        new("invoice.changed", "Invoice partly paid", @"\binvoice (?:is |gets )?(?:partly|partially) paid", new Row("invoice.status", "is", "partial")),
        new("refund.created", "Refund", @"\brefund(?:s|ed|ing)?\b"),
        new("appointment.status.changed", "Visit cancelled", @"\bcancelled\b", new Row("appointment.status", "is", "cancelled")),
        new("contact.dnd.changed", "Opted out", @"\bopt(?:s|ed)? out\b|\bunsubscribed?s?\b|(?:texts?|repl(?:y|ies)|sends?|writes?|says?) stop\b|do not disturb (?:is |gets )?(?:switched |turned )?on", new Row("dnd.enabled", "is", true)),
        new("appointment.status.changed", "Visit confirmed", @"\bconfirm(?:s|ed)?\b", new Row("appointment.status", "is", "confirmed")),
        new("contact.birthday", "Birthday", @"\bbirthdays?\b"),
        new("payment.received", "Payment failed", @"\bpayments? (?:fails?|failed|does not go through|did not go through|is declined|gets declined|bounces?|is rejected)|\bcard (?:on file )?(?:is |gets |was |has been )?(?:declined|declines|fails?|failed|rejected|expired)|\b(?:failed|declined|missed|misses|miss) (?:(?:a|an|the|their|his|her) )?payments?",
            new Row("payment.status", "is", "failed")),
        new("estimate.changed", "Estimate", @"\b(?:estimate|treatment plan) (?:is |gets )?(?<status>sent|viewed|accepted|declined)"),
        new("document.changed", "Document", @"\b(?:document|consent form|consent|contract|waiver|paperwork) (?:is |gets |comes back |has been |was )?(?<status>sent|viewed|signed|completed)"),
        new("document.changed", "Document signed", @"\b(?:not )?sign(?:s|ed)? (?:the|their|a|our) (?<any>\w+ )?(?:document|consent form|consent|contract|waiver|paperwork)", new Row("document.status", "is", "signed")),
        new("link.clicked", "Link clicked", @"\bclick(?:s|ed)?\b|\blink is clicked"),
        new("email.event", "Email opened", @"\bopen(?:s|ed)? (?:the|an|our|my|this|that) email|\bemail (?:is |gets )?opened", new Row("email.event", "is", "opened")),
        new("email.event", "Email bounced", @"\bemail (?:is |gets )?(?:bounces?|bounced|returned)|\bbounced email", new Row("email.event", "is", "bounced")),
        new("sms.failed", "Text failed", @"\b(?:text|text message|sms) (?:fails|failed|is not delivered|cannot be delivered|does not arrive|bounces)"),
        new("review.received", "Bad review", @"\b(?:(?:leaves?|left|posts?|writes?|gives?) (?:us )?an? )?(?:bad|negative|poor|terrible|awful|unhappy|1 star|2 star|low) reviews?\b", new Row("review.rating", "lte", 3)),
        new("review.received", "Five-star review", @"\b(?:(?:leaves?|left|posts?|writes?|gives?) (?:us )?an? )?(?:5 star|five star) reviews?\b", new Row("review.rating", "gte", 5)),
        new("review.received", "Review", @"\b(?:leaves?|left|posts?|writes?|gives?) (?:us )?(?:a |an )?(?<any>\w+ )?review|\breview (?:is |comes )?(?:received|left|in)|\bnew (?<any>\w+ )?review|\b(?:get|gets|receive|receives|got) (?:us )?(?:a |an |any )?(?<any>\w+ )?reviews?\b|\b(?:google|facebook|yelp)? ?reviews? (?:comes? in|arrives?|is posted|lands|drops)|\breviews? ?$|\breviews? (?:with|of|that|on)\b|\brates? us\b"),
        new("task.due", "Task overdue", @"\btasks? (?:is |are |becomes? |goes )?(?:overdue|past due|late)|\boverdue tasks?"),
        new("task.due", "Task due", @"\btasks? (?:is |are |becomes? |comes? |falls? )?due\b"),
        new("task.completed", "Task done", @"\btask (?:is |gets )?(?:completed|done|finished|closed)|\bcompletes? (?:a|the) task"),
        new("task.added", "Task added", @"\btask (?:is |gets )?(?:added|created)|\bnew task"),
        new("survey.submitted", "Survey", @"\b(?:survey|questionnaire|feedback form)\b"),
        new("webhook.received", "Webhook", @"\bweb ?hooks?\b|\b(?:another|other) system (?:calls|posts)"),
        new("order.submitted", "Order", @"\b(?:places?|placed|submits?) (?:an )?order|\bnew order|\border (?:is |gets )?(?:placed|submitted)"),
        new("contact.tag.removed", "Tag removed", @"\btags? (?<tag>«quote»|\S+) (?:is |gets |was )?(?:removed|taken off)|\b(?:loses?|lost) the (?:tag )?(?<tag2>«quote»|\S+)(?: tag)?|\b(?<tag3>«quote»|\S+) tag (?:is |gets )?removed"),
        new("contact.tag.added", "Tag added", @"\btag (?<tag>«quote»|\S+) (?:is |gets |was |has been )?(?:added|applied|given|set)|\b(?:is|are|gets?|being|was) tagged (?:as |with )?(?:an? )?(?<tag2>«quote»|\S+)|\b(?<tag3>«quote»|\S+) tag (?:is |gets |was )?(?:added|applied)|\b(?:gets?|receives?|is given) (?:the )?(?:tag (?<tag4>«quote»|\S+)|(?<tag5>«quote»|\S+) tag)|\badd(?:ed|s)? the tag (?<tag6>«quote»|\S+)"),
        new("opportunity.stale", "Stale opportunity", @"\b(?:opportunity|deal|lead|inquiry|someone|patient|contact|card)s? (?:(?:has|have|is|are) )?(?:been )?(?:just )?(?:sits?|sitting|stuck|stays?|stayed|stalls?|stalled|left) (?:in|at|on) (?:the )?(?:stage )?(?<stage>(?:«quote»|[\w-]+)(?: [\w-]+){0,2}?)(?: stage)? (?:for )?(?:more than |over |at least )?(?<days>\d+) days?"),
        new("opportunity.stale", "Stale opportunity", @"\b(?:opportunity|deal|lead)s? (?:(?:has|have|is|does|do|did|was) not (?:been )?(?:moved?|changed?|touched|updated)|goes (?:stale|cold|quiet)|(?:is|gets) stale|sits|(?:has |have )?been sitting)(?: at all| in \w+)?(?: (?:for|in) (?<days>\d+) days?)?"),
        new("contact.score.changed", "Score", @"\b(?:engagement )?score (?:goes (?:above|over)|reaches|hits|is over|is above|passes|gets to|changes)(?: (?<score>\d+))?"),
        new("opportunity.status.changed", "Opportunity status", @"\b(?:opportunity|deal|sale)s? (?:is |gets |was )?(?:marked )?(?:as )?(?<status>won|lost|abandoned)|\bwe (?<won>win|lose) (?:a|the|an) (?:deal|sale|opportunity)"),
        new("opportunity.created", "Opportunity", @"\bnew (?:opportunity|deal)|\b(?:opportunity|deal)s? (?:is |gets )?(?:created|added|opened|entered|comes in|lands)|\b(?:opportunity|deal|lead|inquiry|card|someone|patient|request) (?:is |gets |has been )?(?:(?:lands?|comes|added|put|drops|appears|arrives) (?:in|into|to|on|in to)|enters|joins) (?:the |our |a |any )?(?<any>\w+ )?pipeline"),
        new("opportunity.stage.changed", "Stage", @"\b(?:opportunity|deal|lead|patient|someone|contact|they|person)? ?(?:is |gets )?(?:moves?|moved|goes|enters?|reaches?|gets) (?:to|into|in) (?:the )?(?:stage )?(?<stage>(?:«quote»|[\w-]+)(?: [\w-]+){0,4})"),
        new("form.submitted", "Form", @"\bforms?\b|\binquir(?:es?|y|ies)\b|\brequests? (?:a |an )(?<any>\w+ )?(?:consultation|quote|callback|call|information|info)|\basks? for (?:a |an )(?:consultation|quote|callback)|\basks? (?:about|for) (?:our |the |a |an |some |more )*(?<any>\w+ )?(?:prices?|pricing|costs?|quotes?|info|information|details)\b|\b(?:from|on|via|through|over) (?:the|our|your) (?:website|web site|site|landing page|web)"),
        new("message.received", "Answer yes", @"\b(?:repl(?:y|ies)|answers?|texts?|says?|responds?)(?: us)?(?: back)?(?: with)? (?:a |an )?(?:yes|y|c)\b", new Row("message.intent", "is", "confirm")),
        new("message.received", "Answer no", @"\b(?:repl(?:y|ies)|answers?|texts?|says?|responds?)(?: us)?(?: back)?(?: with)? (?:a |an )?(?:no|n)\b", new Row("message.intent", "is", "decline")),
        new("message.received", "Message", @"\b(?:texts?|messages?|emails?|sends?|repl(?:y|ies)|writes?)(?: to)?(?: us| back| in)?(?: a (?:text|message))?(?: (?:with|saying|containing))? (?:the )?(?:word|words|keyword|code) (?<word>«quote»|\S+)|\b(?:repl(?:y|ies)|texts?|answers?|writes?|says?|sends?|messages?)(?: us| back| in)*(?: with| saying| the words?)? (?<word2>«quote»)"),
        new("message.received", "Reply", @"\brepl(?:y|ies|ied)\b|\b(?:texts?|emails?|messages?|writes?|wrote|contacts?)(?: to)? us\b|\b(?:texts?|writes?|messages?|emails?|gets?) (?:back|in)\b|\banswer(?:s|ed)?\b|\brespon(?:ds?|ded|se)\b|\b(?:new|incoming|inbound) (?:text|message|email)\b|\bsends? us (?:a|an) (?:text|message|email)"),
        new("payment.received", "Payment", @"\b(?:buys?|bought|purchase[sd]?|pa(?:ys?|id) for|payment for|orders?) (?:a |an |our |the |their |any |some |1 of our )?(?<product>(?:[\w-]+ ){0,2}?(?:gift ?cards?|vouchers?|gift certificates?|packages?|bundles?|skincare|skin care|products?|series|deposits?|sessions?|course))\b", new Row("payment.status", "is", "success")),
        new("payment.received", "Payment", @"\bpa(?:ys?|id)\b|\bpayments?\b|\b(?:buys?|bought|purchase[sd]?|spends?|spent)\b", new Row("payment.status", "is", "success")),
        new("appointment.booked", "Visit booked", @"\bbook(?:s|ed|ing|ings)?\b|\bschedules? (?:a|an|their)\b|\b" + Visit + @" (?:is |gets |was |has been )?(?:made|scheduled|created)|\bmakes? (?:a|an) (?<any>\w+ )?" + Visit + @"|\bnew (?<any>\w+ )?" + Visit),
        new("contact.created", "New contact", @"\bnew (?<any>(?:google|facebook|instagram|tiktok|yelp|website|web|online) )?(?:lead|contact|patient|person|prospect)s?\b|\b(?:lead|contact|patient) (?:is |gets |was )?(?:created|added|entered|comes in|arrives)|\bsigns? up\b|\bjoins?\b|\bbecomes a (?:lead|patient)"),
        new("appointment.status.changed", "Visit took place", @"\bshow(?:s|ed)?(?: up)?\b|\b(?:comes?|came|been) in\b|\battend(?:s|ed)?\b|\bcheck(?:s|ed)? (?:out|in)\b|\b(?:gets?|got|has|have|had|receives?)(?: had| gotten)? (?:a |an |their |some )?(?<any>\w+ )?" + Treatment + @"\b|^(?:(?:a|an|the|their|every|each|his|her|any|our|all|first|last|initial|successful|completed|finished) )*(?<any>\w+ )?" + Visit + @"s?(?: (?:took place|is over|is done|is finished|ends?|ended|is completed?|completes|finishes))?(?<rest> (?:with|at|in|of|for|by|on|as|and) .*)?$|(?:^|^(?:a|an|the|their|every|each|his|her|any) )(?:first |last |\w+ )??" + Treatment + "(?: " + Visit + ")?$",
            new Row("appointment.status", "is", "showed")),
        new("contact.changed", "Contact changed", @"\b(?<field>email|phone|address|city|type|name|details|number) (?:address |number )?(?:changes|is changed|is updated|are changed)|\bcontact (?:changes|is changed|is updated)"),
        new("note.changed", "Note changed", @"\bnote (?:is |gets )?(?:changed|edited|updated)"),
        new("note.added", "Note added", @"\bnote (?:is |gets )?added"),
    ];

    /// <summary>What a workflow is about when it starts so.</summary>
    public static string? ScopeOf(string type) =>
        type.StartsWith("appointment.", StringComparison.Ordinal) ? "appointment" : type.StartsWith("opportunity.", StringComparison.Ordinal) ? "opportunity" : null;
}
