using System.Collections.Frozen;

namespace AesthetixWorkflows.Runtime.Simulating.Tracing;

/// <summary>Stored codes in words, for people who read a trace. A code without words of its own is told as it is.</summary>
public static class CodeWords
{
    static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["finished"] = "The path has come to its end.",
        ["ended"] = "An End step ends the path.",
        ["replied"] = "The contact replied, and the workflow stops on replies.",
        ["goal.unmet"] = "The goal was not met.",
        ["goal.met"] = "The goal was met before.",
        ["loop.cap"] = "The Go To step has jumped as often as it may.",
        ["loop.runaway"] = "It runs in circles without a wait.",
        ["step.missing"] = "It leads to a step that does not exist.",
        ["wait.past"] = "The moment to wait for is over.",
        ["wait.unknown"] = "There is no moment to wait for.",
        ["secret.missing"] = "A password that the step signs in with is not there; enter it anew.",
        ["disabled"] = "The step is switched off.",
        ["none"] = "No branch is true.",
        ["decision.unfit"] = "The step's question could not be answered.",
        ["appointment.cancelled"] = "The visit was cancelled.",
        ["appointment.noshow"] = "The contact did not come to the visit.",
        ["appointment.invalid"] = "The visit was marked as invalid.",
        ["appointment.rescheduled"] = "The visit was moved: its reminders start over.",
        ["appointment.none"] = "There is no visit.",
        ["removed.workflow"] = "The workflow removed the contact from itself.",
        ["removed.otherWorkflow"] = "Another workflow removed the contact.",
        ["stopped.operator"] = "A member of the team stopped it.",
        ["contact.deleted"] = "The contact was deleted.",
        ["contact.none"] = "There is no contact.",
        ["contact.noEmail"] = "The contact has no email address.",
        ["contact.noPhone"] = "The contact has no phone number.",
        ["contact.unknown"] = "There is no such contact.",
        ["contact.noEmailOrPhone"] = "The event names nobody: no contact, email or phone.",
        ["contact.emailInvalid"] = "The email address in the event is not one.",
        ["contact.phoneInvalid"] = "The phone number in the event is not one.",
        ["contact.assigned"] = "The contact is assigned to somebody already.",
        ["contact.unassigned"] = "The contact is assigned to nobody.",
        ["appointment.missing"] = "The event holds no appointment.",
        ["appointment.unknown"] = "The practice does not know this appointment.",
        ["appointment.startsAt"] = "The event does not say when the appointment begins.",
        ["consent.dnd.sms"] = "The contact asked for no texts.",
        ["consent.dnd.email"] = "The contact asked for no emails.",
        ["consent.refused.sms"] = "The contact refused advertising by text.",
        ["consent.refused.email"] = "The contact refused advertising by email.",
        ["consent.missing.sms"] = "Advertising by text needs a consent, and there is none.",
        ["message.expired"] = "By then the message would have been stale.",
        ["message.empty"] = "There is nothing to send.",
        ["sending.paused"] = "The practice has paused all sending.",
        ["held.quietHours"] = "It is too early or too late where the contact is or may be: texts wait.",
        ["held.holiday"] = "The practice has a holiday: the message waits.",
        ["dropped.quietHours"] = "It is too early or too late where the contact is or may be, and this message does not wait.",
        ["dropped.window"] = "The workflow's window is closed, and this message does not wait.",
        ["dropped.holiday"] = "The practice has a holiday, and this message does not wait.",
        ["cap.sms"] = "The contact has had as much advertising by text as the practice allows.",
        ["cap.email"] = "The contact has had as much advertising by email as the practice allows.",
        ["consent.missing.email"] = "Advertising by email needs a consent, and there is none.",
        ["guardian.unknown"] = "Whoever receives the contact's messages is not known any more.",
        ["private.field"] = "Private information is kept out of texts and of calls to other systems",
        ["send.contended"] = "Several messages to the contact were sent at the same moment: this one tries again.",
        ["answer"] = "The contact answered",
        ["held.window"] = "The workflow's window is closed: messages wait until it opens.",
        ["held.pauseDates"] = "The workflow pauses on this day.",
        ["window.neverOpens"] = "The workflow's window never opens while a message may go.",
        ["textHours.neverOpen"] = "The practice's hours for texts and those of the contact's state have none in common.",
        ["textHours.apart"] = "There is no hour at which it may go in all the places where the contact may be; its time zone, filled in, settles it.",
        ["merge.missing"] = "The text uses a value that was not there",
        ["merge.tooLong"] = "A list in a text is too long",
        ["config.missing"] = "A required field is empty",
        ["template.notFound"] = "The step's template is gone.",
        ["page.review.missing"] = "There is no page for public reviews: neither in the step nor in the practice's settings.",
        ["action.unknown"] = "There is no such action.",
        ["entry.already"] = "The contact is in this workflow already.",
        ["entry.once"] = "The contact was in this workflow before, and it admits each contact once.",
        ["entry.loop"] = "The contact entered too often in a short time: the loop guard stops it.",
        ["workflow.notPublished"] = "The workflow is not published.",
        ["enrollment.none"] = "The contact is in no such workflow.",
        ["stale"] = "Newer news of the appointment is known already.",
        ["unchanged"] = "The visit had that status already.",
        ["ignored"] = "It starts nothing and concerns no enrollment.",
        ["unrouted"] = "It has not been routed.",
        ["trigger.type"] = "No trigger is for this kind of event.",
        ["trigger.disabled"] = "The trigger is switched off.",
        ["trigger.filter"] = "A filter of the trigger does not hold.",
        ["delay"] = "Waits for its time.",
        ["until"] = "Waits for its moment.",
        ["reply"] = "Waits for a reply.",
        ["condition"] = "Waits until the condition is true.",
        ["link"] = "Waits for a click.",
        ["email"] = "Waits for what becomes of the email.",
        ["invoice"] = "Waits for the invoice.",
        ["goal"] = "Waits for the goal.",
        ["drip"] = "Waits for its turn in the drip.",
        ["start"] = "Waits for its start.",
        ["over"] = "Everybody is through.",
        ["waiting"] = "Nothing more comes by itself: it waits for something to happen.",
        ["horizon"] = "It goes on beyond the time that was looked at.",
        ["notEnrolled"] = "Nobody entered the workflow.",
        ["limit.lines"] = "It was cut off: a simulation tells no more lines than this.",
        ["limit.events"] = "It was cut off: a simulation routes no more events than this.",
        ["waiting.task"] = "Waits until the team has done what is on its list.",
        ["ahead.enrollments"] = "The contact is in more workflows than were looked at; those that go on later are left out.",
        ["ahead.items"] = "There is more to come than is told here.",
        ["ahead.long"] = "It goes on for longer than was looked.",
        ["workflow.paused"] = "The workflow is paused.",
        ["workflow.unpublished"] = "The workflow was taken back to a draft.",
        ["workflow.deleted"] = "The workflow was deleted.",
        ["paused.operator"] = "A member of the team paused it.",
        ["outbound.address"] = "The address leads into a private network, which the practice has not allowed.",
        ["outbound.connect"] = "Nobody answers at the address.",
        ["outbound.tls"] = "No secure connection could be made.",
        ["outbound.dns"] = "The address could not be found.",
        ["outbound.timeout"] = "The other side did not answer in time.",
        ["outbound.broken"] = "The connection broke before an answer came.",
        ["outbound.answer"] = "The answer could not be read.",
        ["outbound.gone"] = "The address is gone for good.",
        ["outbound.busy"] = "The other system was busy or out of order.",
        ["outbound.rejected"] = "The other system refused it.",
        ["outbound.redirect.many"] = "The address led on to others without end.",
        ["url.invalid"] = "The address is not one.",
        ["callback.timeout"] = "The other system never called back.",
        ["callback.noAddress"] = "There is no address at which the other system could call back.",
        ["approval.rejected"] = "It was not approved.",
        ["task.expired"] = "Nobody did it in time.",
        ["calendar.notFound"] = "The calendar is gone.",
        ["pipeline.notFound"] = "The pipeline is gone.",
        ["stage.notFound"] = "The stage is gone.",
        ["delivery.failed"] = "It could not be delivered.",
    }.ToFrozenDictionary();

    public static Reason Reason(string code) => new(code, Of(code));

    /// <summary><c>merge.missing:contact.company</c> is told with what comes after the colon.</summary>
    public static string Of(string code)
    {
        if (Known.TryGetValue(code, out var words)) return words;
        var colon = code.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Known.TryGetValue(code[..colon], out words) ? $"{words.TrimEnd('.')}: {code[(colon + 1)..]}." : code;
    }

    /// <summary>What the router says about an event.</summary>
    public static string OfResult(string result)
    {
        if (result.StartsWith("unmatched:", StringComparison.Ordinal) || result.StartsWith("refused:", StringComparison.Ordinal)) return Of(result[(result.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var (enrolls, signals) = (result.Contains("enrolled:", StringComparison.Ordinal), result.Contains("signalled:", StringComparison.Ordinal));
        return (enrolls, signals) switch
        {
            (true, true) => "The contact enters, and an enrollment takes note of it.",
            (true, false) => "The contact enters.",
            (false, true) => "An enrollment takes note of it.",
            _ => Of(result),
        };
    }
}
