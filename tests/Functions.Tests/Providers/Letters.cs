using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Functions.Tests.Providers;

/// <summary>Messages as the path hands them over.</summary>
static class Letters
{
    public const string Practice = "prac_1", Id = "msg_1";

    public static Message Email => New("email") with
    {
        From = "\"Lumina Aesthetics\" <hello@lumina.example>", To = "ada@patients.example", ReplyTo = "front@lumina.example",
        Subject = "Your visit", Text = "Hello Ada", Html = "<p>Hello Ada</p>",
    };

    public static Message Text => New("sms") with { From = "+12125550100", To = "+12125550199", Text = "Hello Ada" };

    static Message New(string channel) => new()
    {
        ContactId = "con_1", Channel = channel, Direction = Direction.Out, Status = MessageStatus.Sending, Purpose = "care",
        EnrollmentId = "enr_1", WorkflowId = "wf_1", StepId = "s1", EffectId = "enr_1/s1/1",
    };
}
