using System.Reflection;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.Pipeline;

/// <summary>Every use case by everybody: who is not named here gets nowhere and changes nothing.</summary>
public sealed class RightsTests(RightsTests.Everybody everybody) : IClassFixture<RightsTests.Everybody>
{
    private const string Reviewers = "Moderator, Lead, ChildSafety";
    private const string Readers = Reviewers + ", AppealReviewer, PolicyManager";
    private const string Staff = "Moderator, AppealReviewer, FactChecker, PolicyManager, Lead, ChildSafety, Admin";
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["PutStaff"] = "Admin, Product, key:Admin",
        ["SetSignIn"] = "Admin, Product",
        ["StaffList"] = "Admin, key:Admin",
        ["WhoAmI"] = "Anyone",
        ["MakeApiKey"] = "Admin, Product",
        ["RevokeApiKey"] = "Admin",
        ["ApiKeyList"] = "Admin",
        ["RecogniseApiKey"] = "Product",
        ["MakeSignInLink"] = "Product, key:Platform",
        ["UseSignInLink"] = "Anyone",
        ["PutAccount"] = "Product, key:Platform",
        ["DeleteAccount"] = "Product, key:Platform",
        ["PutContent"] = "Product, key:Platform",
        ["DeleteContent"] = "Product, key:Platform",
        ["IsEmpty"] = "Product",
        ["TellInteractions"] = "Product, key:Platform",
        ["TellFollows"] = "Product, key:Platform",
        ["TellViewerChoices"] = "Product, key:Platform",
        ["ForgetActivity"] = "Product",
        ["BeginSweep"] = "Product",
        ["SeekInauthentic"] = "Product",
        ["RecordSuspicions"] = "Product",
        ["AdvanceSweep"] = "Product",
        ["RecordFacts"] = "Product, key:Platform",
        ["ProbeMedia"] = "Product",
        ["NextProbe"] = "Product",
        ["ConcludeProbe"] = "Product",
        ["FactsOf"] = Readers + ", key:Platform",
        ["InstallRulebook"] = "Product",
        ["RulebookView"] = Readers,
        ["RulebookVersions"] = Readers,
        ["GuidelineHistory"] = Readers,
        ["VersionFile"] = "PolicyManager",
        ["StartDraft"] = "PolicyManager",
        ["ImportDraft"] = "PolicyManager",
        ["EditDraft"] = "PolicyManager",
        ["DiscardDraft"] = "PolicyManager",
        ["DraftFile"] = "PolicyManager",
        ["Drafts"] = "PolicyManager",
        ["CheckRulebook"] = "PolicyManager",
        ["ProposeRulebook"] = "PolicyManager",
        ["AgreeToRulebook"] = "PolicyManager",
        ["RefuseRulebook"] = "PolicyManager",
        ["WithdrawRulebook"] = "PolicyManager",
        ["RollBackRulebook"] = "PolicyManager",
        ["RulebookDifference"] = "PolicyManager",
        ["ClaimNextCase"] = Reviewers + ", key:Reviewer",
        ["ClaimCase"] = Reviewers + ", key:Reviewer",
        ["RenewClaim"] = Reviewers + ", key:Reviewer",
        ["ReleaseClaim"] = Reviewers + ", key:Reviewer",
        ["EscalateCase"] = Reviewers + ", key:Reviewer",
        ["SnoozeCase"] = Reviewers + ", key:Reviewer",
        ["WakeCase"] = Reviewers + ", key:Reviewer",
        ["HandOver"] = Reviewers + ", key:Reviewer",
        ["AnswerEscalation"] = "Lead, ChildSafety, key:Reviewer",
        ["LeaveCase"] = Reviewers,
        ["BeHere"] = Reviewers,
        ["LeavePage"] = Reviewers,
        ["WhoIsHere"] = Reviewers,
        ["ForgetPresence"] = "Product",
        ["AssignWaiting"] = "Product",
        ["CaseKeeping"] = Reviewers,
        ["CaseColleagues"] = Reviewers,
        ["MyCases"] = Reviewers,
        ["MyCaseCount"] = Reviewers,
        ["PeopleOnDuty"] = "Lead",
        ["PlanAbsence"] = Reviewers + ", AppealReviewer",
        ["EndAbsence"] = Reviewers + ", AppealReviewer",
        ["MyAbsences"] = Reviewers + ", AppealReviewer",
        ["SetCapacity"] = "Lead",
        ["DecideCase"] = Reviewers + ", key:Reviewer",
        ["SubmitJudgement"] = Reviewers,
        ["UndoJudgement"] = Reviewers,
        ["MyJudgements"] = Reviewers,
        ["DismissLapse"] = Reviewers,
        ["DueJudgements"] = "Product",
        ["ConcludeJudgement"] = "Product",
        ["MyPreferences"] = Staff,
        ["ChooseExposure"] = Staff,
        ["ChooseUndoTime"] = Staff,
        ["ChooseKeys"] = Staff,
        ["ReviewQueue"] = Reviewers,
        ["QueueList"] = Reviewers,
        ["SaveQueue"] = "Lead, Product",
        ["OrderQueues"] = "Lead",
        ["RemoveQueue"] = "Lead",
        ["RerouteCases"] = "Lead",
        ["AddNote"] = Reviewers,
        ["WithdrawNote"] = Reviewers,
        ["CaseNotes"] = Reviewers,
        ["Mentionable"] = Reviewers,
        ["MyMentions"] = Reviewers,
        ["ReadMentions"] = Reviewers,
        ["NearCopies"] = Reviewers,
        ["RestOfAccount"] = Reviewers,
        ["MediaOf"] = Reviewers + ", AppealReviewer, FactChecker",
        ["DecideRest"] = Reviewers,
        ["CaseThread"] = Reviewers,
        ["SketchContent"] = "Product",
        ["SaveBank"] = "PolicyManager, Lead, ChildSafety",
        ["AddToBank"] = "PolicyManager, Lead, ChildSafety",
        ["AddDecidedToBank"] = "PolicyManager, Lead, ChildSafety",
        ["RemoveFromBank"] = "PolicyManager, Lead, ChildSafety",
        ["HashOfPicture"] = "PolicyManager, Lead, ChildSafety, key:Platform",
        ["BankList"] = Reviewers + ", PolicyManager",
        ["BankEntries"] = Reviewers + ", PolicyManager",
        ["QueueTabs"] = Reviewers,
        ["SavedViews"] = Reviewers,
        ["SaveView"] = Reviewers,
        ["RenameView"] = Reviewers,
        ["MoveView"] = Reviewers,
        ["RemoveView"] = Reviewers,
        ["SearchCases"] = Reviewers,
        ["SearchAccounts"] = Reviewers,
        ["SearchDecisions"] = Reviewers,
        ["FindAnything"] = Reviewers,
        ["AccountFile"] = Reviewers,
        ["CaseFile"] = Reviewers,
        ["CaseReports"] = Reviewers,
        ["AgeOutBacklog"] = "Product",
        ["TrustedFlaggerList"] = "Admin, Lead, key:Admin",
        ["PreviewDecision"] = Reviewers,
        ["EnforceDirectly"] = "Product, key:Enforcer",
        ["OverturnDecision"] = "Lead, Product, key:Enforcer",
        ["PreviewOverturnWhere"] = "Lead, Product, key:Enforcer",
        ["OverturnWhere"] = "Lead, Product, key:Enforcer",
        ["PreviewBatch"] = Reviewers,
        ["DecideBatch"] = Reviewers,
        ["ChangeStrikes"] = "Lead",
        ["SendSignal"] = "Product, key:Platform",
        ["FileReport"] = "Product, key:Platform",
        ["PutTrustedFlagger"] = "Admin, Product, key:Admin",
        ["ImportLines"] = "Product, key:Platform",
        ["FileAppeal"] = "Member, key:Platform",
        ["WithdrawAppeal"] = "Member, key:Platform",
        ["AppealProgress"] = "Member, key:Platform",
        ["ClaimAppeal"] = "AppealReviewer",
        ["RenewAppealClaim"] = "AppealReviewer",
        ["FindOnAppeal"] = "AppealReviewer",
        ["RuleOnAppeal"] = "AppealReviewer, key:Enforcer",
        ["AppealQueue"] = "AppealReviewer",
        ["AppealFile"] = "AppealReviewer",
        ["CompleteTraining"] = "Product, key:Platform",
        ["PermissionsOf"] = "Member, Product, key:Platform",
        ["StrikeHistogram"] = "PolicyManager, Lead",
        ["RemindOfEnds"] = "Product",
        ["CheckEligibility"] = "Product, key:Ranker",
        ["RankSurface"] = "Product, key:Ranker",
        ["ExplainEligibility"] = Reviewers + ", key:Ranker, key:Platform",
        ["MayPublish"] = "Product, key:Platform",
        ["NoticesOf"] = "Member, key:Platform",
        ["ReadNotices"] = "Member",
        ["EventFeed"] = "Product, key:Platform",
        ["DecisionFile"] = "Member, AppealReviewer, key:Platform, key:Enforcer, " + Reviewers,
        ["AccountStatus"] = "Member, Moderator, Lead, key:Platform",
        ["MyAccount"] = "Member",
        ["MyAppeals"] = "Member",
        ["SealAudit"] = "Product",
        ["NextRun"] = "Product",
        ["RehearseRulebook"] = "PolicyManager",
        ["RehearsalReport"] = "PolicyManager",
        ["RehearsalAccounts"] = "PolicyManager",
        ["ApplyRulebook"] = "PolicyManager",
        ["WorkOnRun"] = "Product",
        ["RunProgress"] = "Moderator, FactChecker, PolicyManager, Lead, ChildSafety, Admin, key:Platform, key:Enforcer",
        ["RunList"] = "Moderator, FactChecker, Lead, PolicyManager, ChildSafety, Admin, key:Enforcer",
        ["AgreeToRun"] = "Lead, PolicyManager, ChildSafety",
        ["RefuseRun"] = "Lead, PolicyManager, ChildSafety",
        ["CancelRun"] = "Moderator, Lead, PolicyManager, ChildSafety, Admin, key:Enforcer",
        ["BeginLongWork"] = "Product",
        ["EndLongWork"] = "Product",
        ["IsLongWorkUnfinished"] = "Product",
        ["TakeJobLease"] = "Product",
        ["ForgetAnsweredRequests"] = "Product",
        ["ConfirmInterim"] = Reviewers,
        ["PauseAutomation"] = "Lead, PolicyManager, Admin, key:Admin",
        ["ResumeAutomation"] = "Lead, PolicyManager, Admin, key:Admin",
        ["Pauses"] = "Lead, PolicyManager, Admin, key:Admin",
        ["ObeyOrder"] = "Lead, key:Enforcer",
        ["SavePublisher"] = "PolicyManager",
        ["PublisherList"] = "FactChecker, PolicyManager, Lead",
        ["FileFactCheck"] = "FactChecker, key:Platform, key:Enforcer",
        ["CorrectFactCheck"] = "FactChecker, key:Enforcer",
        ["RateClaim"] = "FactChecker",
        ["CheckClaim"] = "FactChecker",
        ["SetClaimAside"] = "FactChecker",
        ["ClaimsToCheck"] = "FactChecker",
        ["ItemToCheck"] = "FactChecker",
        ["PreviewRating"] = "FactChecker",
        ["ClaimFile"] = "Moderator, AppealReviewer, FactChecker, PolicyManager, Lead",
        ["ClaimCopies"] = "Moderator, AppealReviewer, FactChecker, PolicyManager, Lead",
        ["MatchesToConfirm"] = "FactChecker",
        ["ConfirmCopy"] = "FactChecker, Lead",
        ["PreviewCorrection"] = "FactChecker",
        ["MyRatings"] = "FactChecker",
        ["UnmatchCopy"] = "FactChecker, Lead",
        ["FileDispute"] = "Member, key:Platform",
        ["WithdrawDispute"] = "Member, key:Platform",
        ["AnswerDispute"] = "FactChecker, key:Enforcer",
        ["DisputeQueue"] = "FactChecker",
        ["DisputeFile"] = "FactChecker",
        ["DisputeProgress"] = "Member, key:Platform",
        ["RatingRedress"] = "Member",
        ["TellOverdueDisputes"] = "Product",
        ["FactCheckFile"] = "Moderator, AppealReviewer, FactChecker, PolicyManager, Lead, key:Platform, key:Enforcer",
        ["WithdrawOrder"] = "Lead, key:Enforcer",
        ["Orders"] = "Lead",
        ["TellDelayed"] = "Product",
        ["GatherHeldSignals"] = "Product",
        ["VerifyAudit"] = "Admin, Product",
        ["RestrictedReads"] = "ChildSafety, Admin",
        ["QuarantinedItems"] = "ChildSafety",
        ["RecordAuthorityReport"] = "ChildSafety",
        ["EvidenceOf"] = Reviewers,
        ["ForgetEvidence"] = "Product",
        ["HoldEvidence"] = "Lead, Admin, ChildSafety",
        ["ReleaseHold"] = "Lead, Admin, ChildSafety",
        ["Holds"] = "Lead, Admin, ChildSafety",
        ["ReferThreat"] = Reviewers,
        ["Referrals"] = "Lead, ChildSafety",
        ["AcknowledgeReferral"] = "Lead, ChildSafety",
        ["QueueFlow"] = "Lead, Admin",
        ["Backlog"] = "Lead, Admin",
        ["TimesToDecision"] = "Lead, Admin",
        ["DecidedShares"] = "Lead, Admin",
        ["OverturnedShares"] = "Lead, Admin",
        ["OverturnedDecisions"] = "Lead, Admin",
        ["ExpectedBreaches"] = "Lead, Admin",
        ["FigureParts"] = "Lead, Admin",
    };

    private static readonly Dictionary<string, Type> UseCases = typeof(IUseCases).Assembly.GetTypes()
        .Where(x => x.IsClass && AnswerOf(x) is not null).ToDictionary(x => x.Name);

    public static TheoryData<string> Names => [.. Allowed.Keys];

    [Fact]
    public void Every_use_case_stands_in_the_table() => Assert.Equal(UseCases.Keys.Order(), Allowed.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Only_who_is_named_gets_through_the_door(string useCase)
    {
        var named = Allowed[useCase].Split(", ").ToHashSet();
        var (inside, outside) = (everybody.Actors.Where(x => IsNamed(x.Key)).ToArray(), everybody.Actors.Where(x => !IsNamed(x.Key)).ToArray());
        var (before, attempts) = (everybody.World.Fingerprint(), Attempts());

        foreach (var (who, actor) in outside)
            Assert.Equal((who, PipelineErrors.NotAllowed), (who, await Try(useCase, actor)));
        Assert.Equal(before, everybody.World.Fingerprint());
        Assert.Equal(attempts + outside.Count(x => x.Value != Actor.Anonymous), Attempts());

        foreach (var (who, actor) in inside)
            Assert.NotEqual((who, PipelineErrors.NotAllowed.Code), (who, (await Try(useCase, actor))?.Code));

        bool IsNamed(string who) => named.Contains("Anyone") || named.Contains(who);
    }

    private int Attempts() => everybody.World.Read(db => db.Set<AuditEntry>().Count(x => x.Refused));

    private Task<Error?> Try(string useCase, Actor actor) => (Task<Error?>)typeof(RightsTests)
        .GetMethod(nameof(Ask), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(AnswerOf(UseCases[useCase])!)
        .Invoke(this, [actor, Dummy.Of(UseCases[useCase], actor, everybody.World.Clock.GetUtcNow())])!;

    private async Task<Error?> Ask<T>(Actor actor, IUseCase<T> useCase) =>
        (await everybody.World.Run(actor, useCase)).Match(_ => (Error?)null, refused => refused);

    private static Type? AnswerOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IUseCase<>))?.GenericTypeArguments[0];

    /// <summary>One of each kind, each with one right alone, and two who had all of them once.</summary>
    public sealed class Everybody : IAsyncLifetime
    {
        public World World { get; } = new();

        public Dictionary<string, Actor> Actors { get; } = new()
        {
            ["Member"] = Tests.World.Member,
            ["Product"] = Actor.Product,
            ["a stranger"] = Actor.Anonymous,
            ["who never worked here"] = new Actor.Staff(new("nobody-ever")),
            ["a key that never was"] = new Actor.Client(new(Guid.NewGuid()), "x"),
        };

        public async Task InitializeAsync()
        {
            await World.InitializeAsync();
            Role[] roles = [Role.Moderator, Role.AppealReviewer, Role.FactChecker, Role.PolicyManager, Role.Lead, Role.ChildSafety, Role.Admin];
            foreach (var role in roles)
                Actors[role.ToString()] = await Hire($"only-{role}", [role], active: true);
            foreach (var scope in Enum.GetValues<Scope>())
                Actors[$"key:{scope}"] = await Key(scope);

            Actors["who left"] = await Hire("who-left", roles, active: false);
            var revoked = await Key(Enum.GetValues<Scope>());
            await World.Do(Tests.World.Admin, new RevokeApiKey(revoked.Key));
            Actors["a revoked key"] = revoked;
        }

        public Task DisposeAsync() => World.DisposeAsync();

        private async Task<Actor.Staff> Hire(string id, Role[] roles, bool active)
        {
            await World.Do(Actor.Product, new PutStaff(new(id), id, null, roles, null, null, active));
            return new(new(id));
        }

        private async Task<Actor.Client> Key(params Scope[] scopes) =>
            new((await World.Do(Actor.Product, new MakeApiKey("A program", "program", scopes))).Id, "program");
    }
}
