-- How far each user's notifications go. Whoever adds to them holds the user's row to its commit, so
-- that positions are committed in their order: who has read up to one has missed none before it.
create table inbox (
    user_key varchar(230) primary key,
    last_position bigint not null,
    broadcasts_seen bigint not null
);

create table notification (
    user_key varchar(230) not null,
    seq bigint not null,
    message_id varchar(255) not null,
    type varchar(60) not null,
    title varchar(200) not null,
    message varchar(4000) not null,
    priority smallint not null,
    action_url varchar(2000),
    data text,
    -- 0: created, 1: delivered, 2: read
    state smallint not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    read_at timestamp with time zone,
    -- When to look whether it has to be pushed; null: never, or not any more.
    push_at timestamp with time zone,
    push_attempts smallint not null,
    primary key (user_key, seq),
    unique (user_key, message_id)
);

create index notification_state on notification (state, user_key);
create index notification_created on notification (created_at);
create index notification_expires on notification (expires_at);
create index notification_push on notification (push_at);

-- What is for everyone, once; a user's own row is made when the user is there.
create table broadcast (
    seq bigint primary key,
    message_id varchar(255) not null unique,
    type varchar(60) not null,
    title varchar(200) not null,
    message varchar(4000) not null,
    priority smallint not null,
    action_url varchar(2000),
    data text,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone
);

-- One row; held to the commit, as an inbox is.
create table broadcast_counter (
    last_number bigint not null
);

insert into broadcast_counter (last_number) values (0);

-- Which users' tokens have named a vendor.
create table vendor_user (
    vendor_id varchar(64) not null,
    user_key varchar(230) not null,
    seen_at timestamp with time zone not null,
    primary key (vendor_id, user_key)
);

-- ShedLock's: which node does what is to be done once for all.
create table shedlock (
    name varchar(64) primary key,
    lock_until timestamp with time zone not null,
    locked_at timestamp with time zone not null,
    locked_by varchar(255) not null
);
