// A double of the Twilio package's phone number.
namespace Twilio.Types;

public class PhoneNumber(string number)
{
    public override string ToString() => number;
}
