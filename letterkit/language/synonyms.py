"""Plain words that say the same: only what never turns a statement."""

SAME = """
1th: firstly, 1th of all, to begin with, in the 1th place
2 times a year: twice a year, every 6 month, half-yearly, six-monthly, 6-monthly, twice yearly, biannually
2 times: twice
24/7: around the clock, at all hours, at any hour, day and night, 24 hours a day, at all hours of the day
2th: secondly
3th: thirdly
about: around, approximately, roughly, circa, c, in the region of, or so
accelerate: speed up, hasten
accept: agree with, agree to, concur with
across: throughout, all over
advice: guidance
after: following, subsequent to, subsequently, afterwards, later than
all: all of, every, each, every one of, each of, every single
allow: let, permit, enable
allowed: permitted, enabled
allowing: letting, permitting, enabling
allows: lets, permits, enables
also known as: known as, called
always: at all times, invariably, without exception
among other things: amongst other things, among much else, among others, inter alia
among: amongst
answer: reply, response
answers: replies, responses
anyone: anybody
ask: would ask, would like to ask, request, requests
at 1th: initially, to start with, originally
at at any time: at all hours
at least: no fewer than, no less than, not fewer than, not less than, a minimum of, minimum of
at once: immediately, straight away, right away, without delay, forthwith
bad: poor
based on: founded on, on the basis of
attributed to: put down to, ascribed to
is chaired by: chair is
not yet: has yet to, have yet to, is yet to, are yet to, still not
fte: full-time equivalent, full time equivalent
straight: directly
brought up to date: updated
drawn up: written
being reviewed: under review
because: due to, owing to, on account of, given that, because of, since because, as a result of
before: prior to, ahead of, in advance of
began: begun, started, commenced
begin with: start with
begin: start, commence
begins: starts, commences
big: large
bought: purchased
build: develop
building: developing
builds: develops
built: developed
buy: purchase
can: is able to, are able to, am able to
capability: ability, capacity
carried out: conducted, undertaken, performed
carry out: conduct, undertake, perform
carrying out: conducting, undertaking, performing
cease to: stop
chance: opportunity
chances: opportunities
change: alter, amend, modify
changed: altered, amended, modified
changes: alterations, amendments, modifications
check: verify, confirm
checked: verified, confirmed
choose: select, pick
chose: selected, picked
chosen: picked
clear: evident, plain, obvious, apparent
closely: carefully
colleagues: co-workers
consists of: comprises, is made up of, is composed of
cut: reduce, lower, decrease
cuts: reduces, lowers, decreases
cutting: reducing, lowering, decreasing
daily: every day, each day, once a day, per day, a day
despite: in spite of, notwithstanding
difficult: hard, challenging
during: throughout, in the course of, over the course of
easy: simple, straightforward
email: e-mail
employees: members of staff
encourage: would encourage, would like to encourage, should like to encourage
enormous: huge, very large, vast
enough: sufficient
ensure: make sure, see to it
ensured: made sure
ensures: makes sure
ensuring: making sure
entirely: completely, wholly, fully, totally, altogether, in full
everyone: everybody
exactly: precisely
explain: set out, describe
explained: described
explains: sets out, describes
fall: decrease, drop, decline, reduction
fast: quick, rapid, swift
fell: decreased, dropped, declined, went down, reduced, has fallen, has decreased, has dropped, has declined
few: a few, a handful of
finally: lastly, last of all
find: discover
finish: complete, conclude
finished: completed, concluded
focused: focussed
for example: for instance, e.g, e.g., eg
fortnightly: every 14 day, every 2 weeks, every fortnight, every other week
found: discovered
fresh: new
further: additional, extra
gave: provided, offered
get: obtain, receive, acquire
gets: obtains, receives
give: provide, offer
given: supplied
gives: provides, offers
giving: providing, offering
goal: objective
goals: objectives
happen: occur, take place
happened: occurred, took place
happens: occurs, takes place
has: have
help: assist, aid
helped: assisted, aided
helping: assisting, aiding
helps: assists, aids
highlight: draw attention to, point out, underline
highlighted: drew attention to, pointed out, underlined
highlights: draws attention to, points out, underlines
hire: recruit, take on
hired: recruited, taken on
hiring: recruiting, taking on
hope: would hope, very much hope
however much: no matter how much
i is troubled: it troubles me, it worries me, it concerns me, i am worried, i am concerned, i am troubled
if: provided that, where
important: key, vital, essential, crucial
improve: enhance
improved: enhanced
improving: enhancing
in future: from now on, henceforth, going forward, in the future
in total: in all
instead of: rather than, in place of
instead: rather
introduce: bring in
introduced: brought in
invite: would invite, would like to invite
is: am, are
issue: problem, difficulty
issues: problems, difficulties
job: task
jobs: tasks
judgement: judgment
keep: maintain, retain
kept: maintained, retained
last: past, previous
lead to: result in, give rise to
leads to: results in, gives rise to
learnt: learned
led to: resulted in, gave rise to
less: fewer
letter: correspondence
like: similar to, much like, akin to, comparable to
look forward: am looking forward, is looking forward, are looking forward
look into: investigate, explore
looked into: investigated, explored
mainly: primarily, principally
many: many of, a lot of, lots of, numerous, a great many, much
may: might, could
mentioned: named
monthly: every month, each month, once a month, per month, a month
most: most of, the majority of, majority of, a majority of
mostly: mainly, chiefly, for the most part, largely
must: has to, have to, is required to, are required to, needs to, need to, is obliged to, are obliged to
namely: that is, i.e, i.e., ie
near: close by
nearly: almost, just under, close to, not quite
need: require
needed: required, necessary
needs: requires
no: none of, not any, no one, nobody, none
normally: usually, generally, typically, as a rule, ordinarily
not: never
now: currently, at present, at the moment, presently, at this time, nowadays
often: frequently
only: solely, exclusively, just
over: more than, above, in excess of, exceeding, greater than, upwards of, higher than
partly: partially, in part, to some extent
people: persons, individuals
per cent: percent
plan: intend, intended, meant, intends, plans, aim, aims, propose, proposes, mean to, means to, am planning, is planning
pleased: glad, delighted, happy
programme: program
public: the public, members of the public
publish: bring out, issue
purpose: intention
q1: 1th quarter
q2: 2th quarter
q3: 3th quarter
q4: 4th quarter
quarterly: every quarter, each quarter, every 3 month, once a quarter, 4 times a year
question: query
questions: queries
quickly: rapidly, swiftly, speedily
raise: put forward, bring up
recently: lately, of late
recognise: acknowledge
recognised: acknowledged
recognises: acknowledges
relevant: pertinent
remain: still is, still are, continue to be, is still, are still, stay
remains: still is, continues to be, is still, stays
remarks: comments, observations
repeatedly: again and again, time and again
replace: substitute
report: document
respond: am responding, is responding, am writing to respond, is writing to respond, write in response
result: outcome, consequence
results: outcomes, consequences
reveal: show
revealed: showed
reveals: shows
right: correct
rise: increase, growth
rose: increased, grew, went up, climbed, has risen, has increased, has grown, has gone up
say: would say, would like to say, state
set up: established, create, created, establish, formed
should: ought to
show: demonstrate, indicate
showed: demonstrated, indicated
shows: demonstrates, indicates
significant: substantial, considerable, marked
slowly: gradually
so far: to date, up to now, until now, as yet, thus far
some: some of, several, several of, a number of, certain
someone: somebody
sometimes: on occasion, occasionally, at times, from time to time, now and then
soon: shortly, before long, in due course
step: measure
steps: measures
stop: cease, discontinue
stopped: ceased, discontinued
strengthen: bolster, reinforce
strengthened: bolstered, reinforced
strengthening: bolstering, reinforcing
strengthens: bolsters, reinforces
support: back, stand behind
supports: backs, stands behind
talks: discussions
taught: trained, instructed
teach: train, instruct
tell: inform, notify
thank: grateful, i am grateful, we are grateful, thanks, thank you, many thanks, would be grateful, appreciate
they: them, their, theirs
think: believe, feel, take the view, am of the view, is of the view
thinks: believes, feels, takes the view
through: via, by means of, by way of
jointly with: in partnership with, in conjunction with, alongside
told: informed, notified
towards: toward
tried: attempted, sought, endeavoured
try: attempt, seek, endeavour
trying: attempting, seeking, endeavouring
under: less than, fewer than, below, lower than
until: till, up until
up to: at most, no more than, not more than, a maximum of, maximum of, as many as
urge: would urge, would like to urge
use: utilise, make use of
used: utilised, made use of
using: utilising, making use of
view: opinion
views: opinions
want: wish, would like, should like
wanted: wished
wants: wishes
was: were
way: manner, method
ways: methods
weekly: every week, each week, once a week, 1 times a week, per week, a week
welcome: would welcome, would like to welcome
wellbeing: well-being, well being
whenever: at whatever time, at any time when
wherever: in whatever place, in any place where
whole: entire
will: shall, is to, are to, am going to, is going to, are going to
within: inside
without: with no
working: at work
wrong: incorrect, mistaken
yearly: annually, every year, each year, once a year, per year, per annum, annual, a year, every 12 month
youngsters: young people, young persons
"""
"""A row each, in the forms that `normal_form` gives; rows that share a phrase are one."""
