namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>Addresses of the pages that the host itself serves to patients and outside systems.</summary>
public interface IPageAddresses
{
    /// <summary>Where the contact books by a one-time link.</summary>
    string? Booking(string practice, string bookingLinkId);

    /// <summary>Where another system answers to the call of a step that waits for it.</summary>
    string? Resume(string practice, string effectId);
}
