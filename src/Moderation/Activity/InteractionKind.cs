namespace Moderation.Activity;

/// <summary>What somebody did with an item. Stored by number: new ones go to the end.</summary>
public enum InteractionKind
{
    View,
    Dwell,
    Like,
    Comment,
    Reshare,
    Save,
    Share,
    ProfileTap,
    WatchThrough,
    AudioPage,
    Entertaining,
    NotInterested,
    Hide,
    Report,
}

internal static class InteractionKinds
{
    /// <summary>What makes an item look liked; what is only looked at or said in private does not.</summary>
    public static readonly InteractionKind[] Engaging =
        [InteractionKind.Like, InteractionKind.Comment, InteractionKind.Reshare, InteractionKind.Save, InteractionKind.Share];

    extension(InteractionKind kind)
    {
        /// <summary>Whether it is so until it is undone, instead of happening again and again.</summary>
        public bool Lasts => kind is InteractionKind.Like or InteractionKind.Save or InteractionKind.Entertaining
            or InteractionKind.NotInterested or InteractionKind.Hide;
    }
}
