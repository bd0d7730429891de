/** The English texts that come with the program, as Markdown. */

export const priceEn = `Reading, downloading and using the API is free for everybody and needs no account.

## For publishers

What it costs to publish here is said in your customer agreement with those who run the service. Nothing is charged before you have ordered and somebody with you has signed.

This is always part of it:

- a place of your own with as many members and datasets as you want
- the editor, the check by DCAT-AP-SE and advice on what can be better
- a catalogue that Sweden’s data portal can fetch
- import and export, the API and access tokens
- fault reports and support
- everything that you have put in, should you want to leave one day

No customer agreement? Send a [registration of interest](/join) and we tell you what applies to you.
`;

export const termsEn = `The terms hold between the organisation that joins (you) and those who run the service (we). The customer agreement goes first where something differs. The Swedish text is the original.

## 1. What the service is

The service is a catalogue of open data. You describe your data here. Descriptions are judged by the metadata profile DCAT-AP-SE and are shown to everybody when you publish them.

## 2. What you answer for

- You answer for that what you publish is public and may be spread. Whoever publishes certifies it for each dataset.
- You answer for that descriptions, links and licences are right, and for answering questions about your data.
- You put no personal data in descriptions, but for contact details of a function or of somebody who has agreed to it.
- Your administrator decides who is a member and removes those who leave.

## 3. What we answer for

- We keep the service available, secure it and make backups.
- Planned interruptions and disturbances are announced on the page [Service status](/status).
- We answer fault reports that come in through [Report a fault](/report).

## 4. Descriptions are free

Anybody may use metadata that you publish here without conditions (CC0). The licence of the data itself is yours to decide.

## 5. Versions and log

Every saved version stays. We log who does what, so that you can follow changes in your organisation. Your administrator can read and fetch the log.

## 6. Personal data

We process name, e-mail address and log of those who have an account, to run the service securely. They are removed when they are no longer needed. You can ask at any time what there is about you.

## 7. Pause and end

- We can pause a connection that is misused, or where security needs it. We say why.
- You can leave when you want, unless the customer agreement says otherwise. You then get an export of everything: the catalogue, every version, the members and the log.
- Afterwards the datasets are withdrawn. Their addresses remain and say so, so that whoever follows a link understands.

## 8. Changed terms

We can change the terms. What you have signed holds until you have been told of the change and could end the connection.
`;

export const howItWorksEn = `From interest to published data in six steps. A page of your own shows at any time where you are and what comes next.

## 1. You register your interest

Fill in the [form](/join) with the organisation’s name and number and how to reach you. You get a letter with a link to a page of your own.

## 2. We check the customer agreement

We check that there is a customer agreement for you. If there is none, we get in touch.

## 3. You order

Fill in the order on your page: postal address, who signs and who is your first administrator. You can change it until it is signed.

## 4. The responsible person signs

Whoever you named gets a link to their own e-mail address, reads the agreement and signs on the web. A receipt follows. The agreement can always be read and printed.

## 5. We confirm

We look through the order, open your place and invite the administrator.

## 6. You publish

The administrator accepts the invitation, invites colleagues and puts in the first dataset. While you write, the editor shows what is missing and what helps most. When the description meets the requirements you publish it, and it can be found at once.

## Good to have at hand

- your organisation number
- who may enter into the agreement for you
- a shared mailbox for questions about your data
- a first dataset, perhaps one that is on your website already

Questions? [Contact us](/contact).
`;
